import type { VoiceMessage } from '#src/api/wire/voice.ts';

/** The vendor documents these two: they can be created where the API does not list them. */
const documented = ['manager.call', 'visitor.call'];

/** What the API lists, in its order, and behind it what is known to exist. */
export function withDocumented(messages: readonly VoiceMessage[]): VoiceMessage[] {
  const listed = new Set(messages.map(({ message_id }) => message_id));
  const missing = documented.filter((id) => !listed.has(id));
  return [
    ...messages,
    ...missing.map((message_id) => ({ message_id, enabled: false, updated_at: null, recording: null, unlisted: true })),
  ];
}

export const isUnlisted = (message: VoiceMessage) => message.unlisted === true;
