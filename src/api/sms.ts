import * as z from 'zod/mini';
import { send, v1 } from './http.ts';
import { Created } from './wire/primitives.ts';
import { type ResetInput, type SmsInput, SmsMessage } from './wire/sms.ts';

const SmsList = z.array(SmsMessage);

/** Every SMS message of one widget, in the API's order. */
export async function listSms(widgetId: number, signal?: AbortSignal): Promise<SmsMessage[]> {
  const query = { widget_id: widgetId };
  return (await send({ operation: 'sms.list', path: v1('sms/all'), query, data: SmsList, signal })).data;
}

/** For a message that is still the default. */
export async function createSms(body: SmsInput): Promise<Created> {
  const request = { operation: 'sms.create', path: v1('sms/create'), method: 'POST', body } as const;
  return (await send({ ...request, data: Created })).data;
}

/** For a message that is customised already. */
export async function updateSms(body: SmsInput): Promise<Created> {
  const request = { operation: 'sms.update', path: v1('sms/update'), method: 'POST', body } as const;
  return (await send({ ...request, data: Created })).data;
}

/** Gives one message its default text back, or without a `message_id` every message of the widget. */
export async function resetSms(body: ResetInput): Promise<void> {
  await send({ operation: 'sms.reset', path: v1('sms/reset'), method: 'POST', body, data: z.unknown() });
}
