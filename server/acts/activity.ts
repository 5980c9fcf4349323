import { and, arrayContains, count, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import { largestInteger, wholeNumber } from '#server/access/input.ts';
import type { Db } from '#server/db/open.ts';
import { acts } from '#server/db/schema.ts';
import { type Act, actEntities, actStates, mostCsvActs } from '#src/api/wire/activity.ts';
import { type CsvValue, csvOf, csvSeparators } from '#src/domain/csv.ts';

const instantError = 'Send an instant such as 2026-01-31T09:00:00Z.';
const toDate = z.iso
  .datetime({ offset: true, error: instantError })
  .transform((text) => new Date(text))
  // Beyond these years the database reads another thing, or nothing.
  .refine((at) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999, instantError);

const filters = {
  person_id: z.string().max(64).optional(),
  operation: z.string().max(64).optional(),
  entity: z.enum(actEntities, { error: `Send one of ${actEntities.join(', ')}.` }).optional(),
  state: z.enum(actStates, { error: `Send one of ${actStates.join(', ')}.` }).optional(),
  widget_id: wholeNumber(1, largestInteger, 'Send an id.').optional(),
  user_id: wholeNumber(1, largestInteger, 'Send an id.').optional(),
  call_id: wholeNumber(1, Number.MAX_SAFE_INTEGER, 'Send an id.').optional(),
  from: toDate.optional(),
  to: toDate.optional(),
};
export const ActivityExport = z.strictObject({
  ...filters,
  separator: z.enum(csvSeparators, { error: 'Send , or ; as the separator.' }).default(','),
});
export const ActivityQuery = z.strictObject({
  ...filters,
  limit: wholeNumber(1, 200, 'Send 1 to 200.').default(50),
  offset: wholeNumber(0, 10_000_000, 'Send 0 to 10,000,000.').default(0),
});
type Filters = Omit<z.output<typeof ActivityExport>, 'separator'>;

/** A page of the trail, the newest first, and how many rows there are in all. */
export async function listActs(db: Db, { limit, offset, ...filters }: z.output<typeof ActivityQuery>) {
  const where = whereOf(filters);
  const rows = await db.select().from(acts).where(where).orderBy(desc(acts.id)).limit(limit).offset(offset);
  const [total] = await db.select({ count: count() }).from(acts).where(where);
  return { data: rows.map(toAct), meta: { count: total?.count ?? 0, limit, offset } };
}

/** The trail for a spreadsheet, the newest `most` acts of it. Where it is cut, its last line says so. */
export async function actsAsCsv(
  db: Db,
  { separator, ...filters }: z.output<typeof ActivityExport>,
  most = mostCsvActs,
): Promise<string> {
  const rows = await db
    .select()
    .from(acts)
    .where(whereOf(filters))
    .orderBy(desc(acts.id))
    .limit(most + 1);
  const cells = rows.slice(0, most).map((row) => {
    const { person, user_ids, ...act } = toAct(row);
    const flat: Record<string, unknown> = { ...act, person: person.name, user_ids: user_ids.join(' ') };
    return columns.map((column) => cellOf(flat[column]));
  });
  const note = rows.length > most ? `Cut after ${most} rows: there are older ones. Narrow the filters.` : undefined;
  return csvOf(columns, cells, { separator, note });
}

const columns = [
  'id',
  'at',
  'finished_at',
  'person',
  'operation',
  'state',
  'status',
  'message',
  'entity',
  'widget_id',
  'user_ids',
  'call_id',
  'message_id',
  'subject',
  'confirmed',
  'reason',
  'request',
  'before',
  'after',
];

function cellOf(value: unknown): CsvValue {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function whereOf(filters: Filters): SQL | undefined {
  const { person_id, operation, entity, state, widget_id, user_id, call_id, from, to } = filters;
  return and(
    person_id === undefined ? undefined : eq(acts.personId, person_id),
    operation === undefined ? undefined : eq(acts.operation, operation),
    entity && eq(acts.entity, entity),
    state && eq(acts.state, state),
    widget_id === undefined ? undefined : eq(acts.widgetId, widget_id),
    user_id === undefined ? undefined : arrayContains(acts.userIds, [user_id]),
    call_id === undefined ? undefined : eq(acts.callId, call_id),
    from && gte(acts.at, from),
    to && lt(acts.at, to),
  );
}

function toAct(row: typeof acts.$inferSelect): Act {
  return {
    id: row.id,
    at: row.at.toISOString(),
    finished_at: row.finishedAt?.toISOString() ?? null,
    person: { id: row.personId, name: row.personName },
    operation: row.operation,
    entity: row.entity,
    widget_id: row.widgetId,
    user_ids: row.userIds,
    call_id: row.callId,
    message_id: row.messageId,
    subject: row.subject,
    state: row.state,
    status: row.status,
    message: row.message,
    confirmed: row.confirmed,
    reason: row.reason,
    request: row.request,
    before: row.before,
    after: row.after,
  };
}
