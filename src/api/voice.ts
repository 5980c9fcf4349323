import * as z from 'zod/mini';
import { send, v1 } from './http.ts';
import { Created } from './wire/primitives.ts';
import type { ResetInput } from './wire/sms.ts';
import { type VoiceInput, VoiceMessage } from './wire/voice.ts';

const VoiceList = z.array(VoiceMessage);

/** Every voice message of one widget, in the API's order. */
export async function listVoice(widgetId: number, signal?: AbortSignal): Promise<VoiceMessage[]> {
  const query = { widget_id: widgetId };
  return (await send({ operation: 'voice.list', path: v1('voice/all'), query, data: VoiceList, signal })).data;
}

/** For a message that is still the default. */
export async function createVoice(body: VoiceInput): Promise<Created> {
  const request = { operation: 'voice.create', path: v1('voice/create'), method: 'POST', body } as const;
  return (await send({ ...request, data: Created })).data;
}

/** For a message that is customised already. A `file` that is left out stays. */
export async function updateVoice(body: VoiceInput): Promise<Created> {
  const request = { operation: 'voice.update', path: v1('voice/update'), method: 'POST', body } as const;
  return (await send({ ...request, data: Created })).data;
}

/** Gives one message its built-in recording back, or without a `message_id` every message of the widget. */
export async function resetVoice(body: ResetInput): Promise<void> {
  await send({ operation: 'voice.reset', path: v1('voice/reset'), method: 'POST', body, data: z.unknown() });
}
