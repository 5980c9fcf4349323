import { randomUUID } from 'node:crypto';
import { asc, count, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { assignments, widgets } from '#server/db/schema.ts';
import { notFound } from '#server/sandbox/errors.ts';
import { businessTimes, defaultHours } from '#server/sandbox/hours.ts';
import { accepts, flag, id, localeCode, oneOrMany, paging, text, webAddress } from '#server/sandbox/inputs.ts';
import { type Route, route } from '#server/sandbox/route.ts';
import { timestamp } from '#server/sandbox/times.ts';
import type { AddUsersInput, WidgetCreateInput, WidgetUpdateInput } from '#src/api/wire/widgets.ts';
import { limits } from '#src/domain/limits.ts';
import { fullManagers, requireUsers, requireWidget, shortManagers } from './assignments.ts';

const v1 = '/api/v1/external/widgets';

const settingError = 'Send an object whose values are numbers, texts, true or false.';
const setting = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()], { error: settingError }), {
  error: settingError,
});

const settings = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? value : [value]),
  z.array(setting).optional(),
);

export const widgetRoutes: Route[] = [
  route({
    operation: 'widgets.list',
    method: 'GET',
    path: `${v1}/all`,
    scope: 'widgets.view',
    input: z.object(paging),
    async handle({ limit, offset }, { db }) {
      const rows = await db.select().from(widgets).orderBy(asc(widgets.id)).limit(limit).offset(offset);
      const managers = await shortManagers(
        db,
        rows.map((row) => row.id),
      );
      const [total] = await db.select({ count: count() }).from(widgets);
      const data = rows.map((row) => ({ ...widgetBody(row), managers: managers.get(row.id) ?? [] }));
      return { data, meta: { count: total?.count ?? 0, limit, offset } };
    },
  }),

  route({
    operation: 'widgets.get',
    method: 'GET',
    path: `${v1}/get`,
    scope: 'widgets.view',
    input: z.preprocess(widgetIdFromId, z.object({ widget_id: id })),
    async handle({ widget_id }, { db }) {
      const [row] = await db.select().from(widgets).where(eq(widgets.id, widget_id));
      if (row === undefined) throw notFound(`There is no widget ${widget_id}.`);
      const managers = await fullManagers(db, widget_id);
      // Some of the API's answers say `managers`, some `assignments`: clients of either find theirs.
      const body = { ...widgetBody(row), widget_code: row.widgetCode, managers, assignments: managers };
      return { data: row.settings === null ? body : { ...body, settings: row.settings } };
    },
  }),

  route({
    operation: 'widgets.create',
    method: 'POST',
    path: `${v1}/create`,
    scope: 'widgets.edit',
    input: accepts<WidgetCreateInput>()(
      z.object({
        url: webAddress,
        description: text(limits.description).optional(),
        locale_code: localeCode.optional(),
      }),
    ),
    async handle({ url, description, locale_code }, { db, now }) {
      const values = {
        url,
        description: description ?? `Created from REST API. Timestamp: ${Math.floor(now().getTime() / 1000)}`,
        localeCode: locale_code ?? 'en',
        widgetCode: randomUUID(),
      };
      const [created] = await db.insert(widgets).values(values).returning({ id: widgets.id });
      return { data: created };
    },
  }),

  route({
    operation: 'widgets.update',
    method: 'POST',
    path: `${v1}/update`,
    scope: 'widgets.edit',
    input: accepts<WidgetUpdateInput>()(
      z.object({
        id,
        url: webAddress,
        description: text(limits.description).optional(),
        locale_code: localeCode.optional(),
        enabled: flag.optional(),
        settings,
      }),
    ),
    async handle(input, { db }) {
      const { url, description, locale_code: localeCode, enabled, settings } = input;
      const [updated] = await db
        .update(widgets)
        // A column that is undefined is left as it is.
        .set({ url, description, localeCode, enabled, settings })
        .where(eq(widgets.id, input.id))
        .returning({ id: widgets.id });
      if (updated === undefined) throw notFound(`There is no widget ${input.id}.`);
      return { data: updated };
    },
  }),

  route({
    operation: 'widgets.delete',
    method: 'POST',
    path: `${v1}/delete`,
    scope: 'widgets.edit',
    input: z.object({ id }),
    async handle(input, { db }) {
      const deleted = await db.delete(widgets).where(eq(widgets.id, input.id)).returning({ id: widgets.id });
      if (deleted.length === 0) throw notFound(`There is no widget ${input.id}.`);
      return { data: null };
    },
  }),

  route({
    operation: 'widgets.addUsers',
    method: 'POST',
    path: `${v1}/add-users`,
    scope: 'widgets.edit',
    input: accepts<AddUsersInput>()(z.object({ id, user_id: oneOrMany(id), business_times: businessTimes.optional() })),
    handle: (input, { db }) =>
      db.transaction(async (tx) => {
        const userIds = [...new Set(input.user_id)];
        await requireWidget(tx, input.id);
        await requireUsers(tx, userIds);
        const hours = input.business_times ?? defaultHours;
        const rows = await tx
          .insert(assignments)
          .values(userIds.map((userId) => ({ widgetId: input.id, userId, enabled: true, businessTimes: hours })))
          // Of a pair that exists the hours are set, to the default where none were sent; its switch stays.
          .onConflictDoUpdate({
            target: [assignments.widgetId, assignments.userId],
            set: { businessTimes: sql`excluded.business_times` },
          })
          .returning({ user_id: assignments.userId, manager_id: assignments.id });
        return { data: rows };
      }),
  }),
];

function widgetBody(row: typeof widgets.$inferSelect) {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    enabled: row.enabled,
    locale_code: row.localeCode,
    installation_status: row.installedAt === null ? 0 : 1,
    installed_at: timestamp(row.installedAt),
    company_sms_name: row.companySmsName,
    call_requests_count: row.callRequestsCount,
  };
}

/** `id` is taken for `widget_id`, as clients of the API send either. */
function widgetIdFromId(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return { widget_id: 'id' in value ? value.id : undefined, ...value };
}
