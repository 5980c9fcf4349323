import { and, count, desc, eq, gte, ilike, inArray, lt, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { calls, callTags, widgets } from '#server/db/schema.ts';
import { notFound } from '#server/sandbox/errors.ts';
import { accepts, fromDigits, id, oneOrMany, paging, wholeNumber } from '#server/sandbox/inputs.ts';
import { type Route, route } from '#server/sandbox/route.ts';
import { type CallHistoryInput, callStatuses } from '#src/api/wire/calls.ts';
import { callBodies } from './call-body.ts';

const v3 = '/api/v3/external/calls';

/** Up to the year 3000. */
const unixSeconds = wholeNumber(0, 32_503_680_000).optional();
const ids = oneOrMany(id).optional();

const history = accepts<CallHistoryInput>()(
  z.object({
    widget_ids: ids,
    statuses: oneOrMany(z.enum(callStatuses, { error: `Send any of ${callStatuses.join(', ')}.` })).optional(),
    user_ids: ids,
    tag_ids: ids,
    call_id: ids,
    incoming_number_ids: ids,
    phone_number: z
      .string({ error: 'Send one number, or a part of it.' })
      .regex(/\d/, { error: 'Send at least one digit.' })
      .optional(),
    url: z.string({ error: 'Send one address, or a part of it.' }).optional(),
    date_from: unixSeconds,
    date_to: unixSeconds,
    display_hidden: z.preprocess(fromDigits, z.literal([0, 1], { error: 'Send 0 or 1.' })).default(0),
    ...paging,
  }),
);

export const historyRoutes: Route[] = [
  route({
    operation: 'calls.list',
    method: 'GET',
    path: `${v3}/history`,
    scope: 'calls.view',
    input: history,
    async handle(input, { db }) {
      const { limit, offset } = input;
      const where = and(...filters(input));
      const found = db
        .select({ id: calls.id })
        .from(calls)
        .innerJoin(widgets, eq(widgets.id, calls.widgetId))
        .where(where);
      const page = await found.orderBy(desc(calls.createdAt), desc(calls.id)).limit(limit).offset(offset);
      const [total] = await db
        .select({ count: count() })
        .from(calls)
        .innerJoin(widgets, eq(widgets.id, calls.widgetId))
        .where(where);
      return {
        data: await callBodies(
          db,
          page.map((row) => row.id),
        ),
        meta: { count: total?.count ?? 0, limit, offset },
      };
    },
  }),

  route({
    operation: 'calls.get',
    method: 'GET',
    path: `${v3}/:id`,
    scope: 'calls.view',
    input: z.object({ id }),
    async handle(input, { db }) {
      const [call] = await callBodies(db, [input.id]);
      if (call === undefined) throw notFound(`There is no call ${input.id}.`);
      return { data: call };
    },
  }),

  route({
    operation: 'calls.updateField',
    method: 'PATCH',
    path: '/api/v1/external/calls/:call/fields/:field',
    // The API names no scope for writing to a call.
    scope: 'calls.view',
    input: z.object({
      call: id,
      field: z.string().regex(/^[\w-]{1,64}$/, { error: 'Send a name of letters, digits, _ and -, 64 at most.' }),
      value: z.union([z.string(), z.number(), z.boolean(), z.null()], {
        error: 'Send a text, a number, true, false or null.',
      }),
    }),
    async handle({ call, field, value }, { db }) {
      const [updated] = await db
        .update(calls)
        .set({ fields: sql`${calls.fields} || ${JSON.stringify({ [field]: value })}::jsonb` })
        .where(eq(calls.id, call))
        .returning({ id: calls.id });
      if (updated === undefined) throw notFound(`There is no call ${call}.`);
      return { data: { ...updated, field, value } };
    },
  }),
];

function filters(input: z.output<typeof history>): (SQL | undefined)[] {
  const { date_from, date_to, phone_number, url } = input;
  return [
    input.display_hidden === 1 ? undefined : eq(calls.hidden, false),
    input.call_id && inArray(calls.id, input.call_id),
    input.widget_ids && inArray(calls.widgetId, input.widget_ids),
    input.statuses && inArray(calls.status, input.statuses),
    input.user_ids && inArray(calls.userId, input.user_ids),
    input.incoming_number_ids && inArray(calls.incomingNumberId, input.incoming_number_ids),
    input.tag_ids &&
      sql`exists (select 1 from ${callTags} where ${callTags.callId} = ${calls.id} and ${inArray(callTags.tagId, input.tag_ids)})`,
    phone_number === undefined ? undefined : ilike(calls.tel, `%${phone_number.replace(/\D/g, '')}%`),
    url === undefined ? undefined : sql`strpos(lower(${widgets.url}), lower(${url})) > 0`,
    date_from === undefined ? undefined : gte(calls.createdAt, new Date(date_from * 1000)),
    // Inclusive: the whole of that second.
    date_to === undefined ? undefined : lt(calls.createdAt, new Date((date_to + 1) * 1000)),
  ];
}
