import * as z from 'zod/mini';
import { flag, nullable, text, timestamp } from './primitives.ts';

export const SmsMessage = z.looseObject({
  message_id: z.string(),
  enabled: flag,
  text,
  /** null: never customised */
  updated_at: nullable(timestamp),
});
export type SmsMessage = z.infer<typeof SmsMessage>;

/** `create` is for a message that is still the default, `update` for a customised one. */
export interface SmsInput {
  widget_id: number;
  message_id: string;
  /** 240 characters at most */
  text: string;
  /** Left out: true on create, unchanged on update. */
  enabled?: boolean;
}

/** Without a `message_id`, every message of the widget. */
export interface ResetInput {
  widget_id: number;
  message_id?: string;
}
