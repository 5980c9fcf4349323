import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { createVoice, listVoice, resetVoice, updateVoice } from '#src/api/voice.ts';
import type { VoiceMessage } from '#src/api/wire/voice.ts';
import { voiceName } from '#src/domain/messages.ts';
import { count } from '#src/lib/format.ts';
import { resetMessages } from '#src/lib/reset-messages.ts';
import { switchScope, useOptimisticSwitch } from '#src/lib/use-optimistic-switch.ts';
import { notify } from '#src/ui/notify.tsx';
import { withDocumented } from './offered.ts';
import { isRecording } from './recording-url.ts';

export const voiceQueries = {
  all: () => ['voice'] as const,
  /** Every voice message of a widget: in the API's order, and what it documents without listing it. */
  list: (widgetId: number) =>
    queryOptions({
      queryKey: [...voiceQueries.all(), widgetId],
      queryFn: async ({ signal }) => withDocumented(await listVoice(widgetId, signal)),
    }),
};

interface Content {
  enabled: boolean;
  /** Left out, the recording stays. */
  file?: string | undefined;
}

/** `create` is for a message that is still the default, `update` for a customised one. */
const writeVoice = (widgetId: number, { message_id, updated_at }: VoiceMessage, { enabled, file }: Content) =>
  (updated_at === null ? createVoice : updateVoice)({
    widget_id: widgetId,
    message_id,
    enabled,
    ...(file !== undefined && { file }),
  });

/** A message as it is now, read right before it is written: whether it is customised decides how. */
async function currentVoice(widgetId: number, messageId: string): Promise<VoiceMessage> {
  const message = withDocumented(await listVoice(widgetId)).find(({ message_id }) => message_id === messageId);
  if (!message) throw new Error('CallPage no longer lists this message. Reload the page.');
  return message;
}

const switchKey = (widgetId: number, messageId: string) => ['voice', widgetId, messageId];

interface Edit extends Content {
  /** Throws where the message is no longer what the form was opened with. */
  check: (current: VoiceMessage) => void;
}

export const useSaveVoice = (widgetId: number, messageId: string) =>
  useMutation({
    // One waits for the switch, so that neither undoes the other.
    scope: switchScope(switchKey(widgetId, messageId)),
    mutationFn: async ({ check, ...content }: Edit) => {
      const current = await currentVoice(widgetId, messageId);
      // An earlier try may have been saved although its answer was lost.
      const isThere = content.file === undefined || current.recording?.full_url === content.file;
      if (current.enabled === content.enabled && isThere) return;
      check(current);
      await writeVoice(widgetId, current, content);
    },
    meta: { invalidates: [voiceQueries.all()] },
  });

/** Whether a message is played, and the way to change it, which leaves its recording as it is. */
export function useVoiceSwitch(widgetId: number, { message_id, enabled }: VoiceMessage) {
  const client = useQueryClient();
  return useOptimisticSwitch({
    key: switchKey(widgetId, message_id),
    enabled,
    send: async (on) => writeVoice(widgetId, await currentVoice(widgetId, message_id), { enabled: on }),
    onError: (error, on) =>
      notify.error({
        title: `Could not switch “${voiceName(message_id)}” ${on ? 'on' : 'off'}`,
        message: error.message,
      }),
    refresh: () => client.invalidateQueries({ queryKey: voiceQueries.all() }),
  });
}

/** Whether writing a message again would bring all of it back: a recording by an address that the API takes. */
export const isRestorable = ({ recording }: VoiceMessage) => recording === null || isRecording(recording.full_url);

/** Gives one message its built-in recording back, or without an id all of them, and offers to undo what can be undone. */
export function useResetVoice(widgetId: number) {
  const restore = useRestoreVoice(widgetId);
  return useMutation({
    mutationFn: (messageId: string | undefined) =>
      resetMessages({
        messageId,
        list: () => listVoice(widgetId),
        reset: () => resetVoice({ widget_id: widgetId, ...(messageId !== undefined && { message_id: messageId }) }),
      }),
    onSuccess: (before) => {
      const restorable = before.filter(isRestorable);
      notify.success({
        title: `${count(before.length, 'message')} reset`,
        message: before.map(({ message_id }) => voiceName(message_id)).join(', '),
        ...(restorable.length > 0 && { action: { label: 'Undo', run: () => restore(restorable) } }),
      });
    },
    meta: { invalidates: [voiceQueries.all()] },
  });
}

/** Writes recordings back. Works on after the page was left: the notice that offers it stays. */
function useRestoreVoice(widgetId: number) {
  const { mutate } = useMutation({
    mutationFn: async (before: readonly VoiceMessage[]) => {
      const now = new Map((await listVoice(widgetId)).map((message) => [message.message_id, message]));
      for (const { message_id, enabled, recording } of before) {
        const current = now.get(message_id);
        if (current) await writeVoice(widgetId, current, { enabled, file: recording?.full_url });
      }
    },
    onSuccess: (_data, before) =>
      notify.success({ title: 'Undone', message: `${count(before.length, 'message')} as before.` }),
    onError: (error, before) =>
      notify.error({
        title: 'The old recordings could not be written back',
        message: error.message,
        action: { label: 'Try again', run: () => mutate(before) },
      }),
    meta: { invalidates: [voiceQueries.all()] },
  });
  return mutate;
}
