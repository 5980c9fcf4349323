import type { Call } from '#src/api/wire/calls.ts';
import { manyOf, numberOf, oneOf, textOf } from '#src/api/wire/primitives.ts';
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
  /** null where it came by something else than a widget, which then has the name. */
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
  extension: string;
  tags: string[];
  notes: string[];
  fields: { name: string; value: string }[];
}

/** What cannot be read is left out; the call is shown all the same. */
export function entryOf({ id, data }: Call): CallEntry {
  const answered = oneOf(data.call);
  const names = (value: unknown) => manyOf(value).map(({ name }) => textOf(name));
  return {
    id,
    tel: data.to,
    telText: data.to_formatted || data.to,
    status: data.human_status,
    ...leadOf(data),
    createdAt: parseApiTime(data.created_at),
    scheduledAt: parseApiTime(data.scheduled_at),
    cancelledAt: parseApiTime(data.cancelled_at),
    manager: textOf(oneOf(answered?.user)?.name),
    department: textOf(oneOf(data.department)?.name),
    durationSeconds: numberOf(answered?.duration),
    rating: numberOf(oneOf(data.feedback)?.rating),
    referer: data.referer,
    extension: data.extension,
    tags: names(data.tags).filter(Boolean),
    notes: manyOf(data.notes).map((note) => textOf(note.text) || textOf(note.content)),
    fields: manyOf(data.call_request_fields)
      .map(({ name, value }) => ({ name: textOf(name), value: answerIn(value) }))
      .filter(({ name }) => name !== ''),
  };
}

/** An answer as text; one of an unknown shape as it came. */
const answerIn = (value: unknown) => (typeof value === 'object' && value ? JSON.stringify(value) : String(value ?? ''));

/** `Widget`, in any case and as the name of a PHP class; CallPage knows no other today. */
const widgetType = /^$|(^|\\)widget$/i;

function leadOf({ leadable_id, leadable_type, leadable_description }: Call['data']) {
  const isWidget = widgetType.test(leadable_type);
  const name = leadable_id === null ? '' : `${isWidget ? 'Widget' : leadable_type} ${leadable_id}`;
  return { widgetId: isWidget ? leadable_id : null, widgetName: leadable_description || name };
}

/** Whether nothing more will become of it: a call that has ended is not asked about again. */
export const hasEnded = ({ status }: Pick<CallEntry, 'status'>) => outcomeOf(status) !== 'open';
