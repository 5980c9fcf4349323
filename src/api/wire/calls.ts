import * as z from 'zod/mini';
import { idOf, isRecord, oneOf, textOf } from './primitives.ts';

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

const anyText = z.pipe(z.transform(textOf), z.string());
const anyId = z.pipe(z.transform(idOf), z.nullable(z.number()));
/** A text, or what is nested as its only text. */
const textWithin = z.pipe(z.transform(textIn), z.string());

/** What is nested (`department`, `call`, `tags`…) is of no certain form: `oneOf` and `manyOf` read it where it is shown. */
const CallData = z.looseObject({
  id: z.number(),
  to: anyText,
  to_formatted: anyText,
  human_status: anyText,
  scheduled_at: anyText,
  created_at: anyText,
  cancelled_at: anyText,
  /** Of the widget, unless `leadable_type` says something else. */
  leadable_id: anyId,
  leadable_type: anyText,
  leadable_description: anyText,
  referer: textWithin,
  extension: textWithin,
});

/** A row of the history or the detail, of whatever form: what has an id is a call, and the rest of it may be missing. */
export const Call = z.pipe(z.transform(callOf), z.object({ id: z.number(), data: CallData }));
export type Call = z.infer<typeof Call>;

/**
 * A call as `{ id, data }`, whose fields travel within `data` or flat beside it, and whose id in either or both; undefined
 * for what has none.
 */
export function callOf(value: unknown): { id: number; data: Record<string, unknown> } | undefined {
  if (!isRecord(value)) return undefined;
  const { data, ...flat } = value;
  const fields = { ...flat, ...oneOf(data) };
  const id = idOf(value.id) ?? idOf(fields.id);
  return id === null ? undefined : { id, data: { ...fields, id, human_status: fields.human_status ?? fields.status } };
}

/** `https://…` of that text, of `{ data: 'https://…' }` and of `{ data: { url: 'https://…' } }`. */
export function textIn(value: unknown): string {
  const bare = isRecord(value) && 'data' in value ? value.data : value;
  return (
    textOf(bare) ||
    (Object.values(oneOf(bare) ?? {})
      .map(textOf)
      .find(Boolean) ??
      '')
  );
}

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
