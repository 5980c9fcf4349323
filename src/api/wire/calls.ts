import * as z from 'zod/mini';
import { nullable, numeric, text, timestamp } from './primitives.ts';

export const callStatuses = [
  'new',
  'scheduled',
  'ringing',
  'in-progress',
  'completed',
  'manager-failed',
  'user-failed',
  'failed',
  'cancelled',
] as const;
export type CallStatus = (typeof callStatuses)[number];

/** Nested objects travel as `{ data: … }`. */
const wrapped = nullable(z.looseObject({ data: z.unknown() }));

export const CallData = z.looseObject({
  id: numeric,
  to: text,
  to_formatted: z.optional(nullable(z.string())),
  human_status: text,
  scheduled_at: nullable(timestamp),
  scheduled_success: z.optional(z.unknown()),
  created_at: nullable(timestamp),
  cancelled_at: nullable(timestamp),
  /** the widget */
  leadable_id: nullable(numeric),
  leadable_type: z.optional(nullable(z.string())),
  leadable_description: z.optional(nullable(z.string())),
  department: wrapped,
  request: wrapped,
  feedback: wrapped,
  call: wrapped,
  traceroutes: wrapped,
  referer: z.optional(nullable(z.string())),
  extension: z.optional(nullable(z.string())),
  call_request_fields: wrapped,
  tags: wrapped,
  notes: wrapped,
});
export type CallData = z.infer<typeof CallData>;

export const Call = z.looseObject({ id: numeric, data: CallData });
export type Call = z.infer<typeof Call>;

/** `date_from` and `date_to` are Unix seconds, both inclusive. */
export interface CallHistoryInput {
  widget_ids?: number[];
  statuses?: string[];
  user_ids?: number[];
  tag_ids?: number[];
  call_id?: number[];
  incoming_number_ids?: number[];
  phone_number?: string;
  url?: string;
  date_from?: number;
  date_to?: number;
  display_hidden?: 0 | 1;
  limit?: number;
  offset?: number;
}
