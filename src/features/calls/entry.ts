import * as z from 'zod/mini';
import type { Call, CallData } from '#src/api/wire/calls.ts';
import { isRecord, nullable, numeric, text } from '#src/api/wire/primitives.ts';
import { outcomeOf } from '#src/domain/calls-by-day.ts';
import { parseApiTime } from '#src/lib/api-time.ts';

/** A call as the console shows it: moments as epoch milliseconds, null where the API says nothing. */
export interface CallEntry {
  id: number;
  /** As the API gives it, E.164 as a rule. */
  tel: string;
  /** The same for reading. */
  telText: string;
  status: string;
  widgetId: number | null;
  widgetName: string;
  createdAt: number | null;
  scheduledAt: number | null;
  cancelledAt: number | null;
  manager: string;
  department: string;
  durationSeconds: number | null;
  rating: number | null;
  /** The page that the visitor asked from. */
  referer: string;
  tags: string[];
  notes: string[];
  fields: { name: string; value: string }[];
}

const Answered = z.looseObject({
  duration: nullable(numeric),
  user: nullable(z.looseObject({ name: text })),
});
const Rated = z.looseObject({ rating: nullable(numeric) });
const Named = z.looseObject({ name: text });
const Field = z.looseObject({ name: z.string(), value: z.unknown() });
const Note = z.looseObject({ text: z.optional(z.string()), content: z.optional(z.string()) });

/** What is nested and cannot be read is left out; the call is shown all the same. */
export function entryOf({ id, data }: Call): CallEntry {
  const answered = inner(data.call, Answered);
  return {
    id,
    tel: data.to,
    telText: data.to_formatted || data.to,
    status: data.human_status,
    widgetId: data.leadable_id,
    widgetName: data.leadable_description || (data.leadable_id === null ? '' : `Widget ${data.leadable_id}`),
    createdAt: parseApiTime(data.created_at),
    scheduledAt: parseApiTime(data.scheduled_at),
    cancelledAt: parseApiTime(data.cancelled_at),
    manager: answered?.user?.name ?? '',
    department: inner(data.department, Named)?.name ?? '',
    durationSeconds: answered?.duration ?? null,
    rating: inner(data.feedback, Rated)?.rating ?? null,
    referer: data.referer ?? '',
    tags: innerList(data.tags, Named).map(({ name }) => name),
    notes: innerList(data.notes, Note).map((note) => note.text ?? note.content ?? ''),
    fields: innerList(data.call_request_fields, Field).map(({ name, value }) => ({ name, value: String(value ?? '') })),
  };
}

type Wrapped = CallData['call'];

function inner<T>(wrapped: Wrapped, schema: z.ZodMiniType<T>): T | undefined {
  return isRecord(wrapped?.data) ? z.safeParse(schema, wrapped.data).data : undefined;
}

function innerList<T>(wrapped: Wrapped, schema: z.ZodMiniType<T>): T[] {
  const items = Array.isArray(wrapped?.data) ? wrapped.data : [];
  return items.flatMap((item) => z.safeParse(schema, item).data ?? []);
}

/** Whether nothing more will become of it: a call that has ended is not asked about again. */
export const hasEnded = ({ status }: Pick<CallEntry, 'status'>) => outcomeOf(status) !== 'open';
