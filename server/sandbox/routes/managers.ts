import { and, count, eq } from 'drizzle-orm';
import * as z from 'zod';
import { assignments } from '#server/db/schema.ts';
import { notFound } from '#server/sandbox/errors.ts';
import { businessTimes, defaultHours } from '#server/sandbox/hours.ts';
import { accepts, flag, id, paging } from '#server/sandbox/inputs.ts';
import { type Route, route } from '#server/sandbox/route.ts';
import type { ManagerInput } from '#src/api/wire/managers.ts';
import { fullManagers, requireUsers, requireWidget } from './assignments.ts';

const v1 = '/api/v1/external/managers';

const pair = z.object({ user_id: id, widget_id: id });
const manager = accepts<ManagerInput>()(
  z.object({ user_id: id, widget_id: id, enabled: flag, business_times: businessTimes.optional() }),
);

export const managerRoutes: Route[] = [
  route({
    operation: 'managers.list',
    method: 'GET',
    path: `${v1}/all`,
    scope: 'managers.view',
    input: z.object({ widget_id: id, ...paging }),
    async handle({ widget_id, limit, offset }, { db }) {
      await requireWidget(db, widget_id);
      const data = await fullManagers(db, widget_id, { page: { limit, offset } });
      const [total] = await db.select({ count: count() }).from(assignments).where(eq(assignments.widgetId, widget_id));
      return { data, meta: { count: total?.count ?? 0, limit, offset } };
    },
  }),

  route({
    operation: 'managers.get',
    method: 'GET',
    path: `${v1}/get`,
    scope: 'managers.view',
    input: pair,
    async handle({ widget_id, user_id }, { db }) {
      const [found] = await fullManagers(db, widget_id, { userId: user_id });
      if (found === undefined) throw notManager(user_id, widget_id);
      return { data: found };
    },
  }),

  route({
    operation: 'managers.create',
    method: 'POST',
    path: `${v1}/create`,
    scope: 'managers.edit',
    input: manager,
    handle: ({ user_id, widget_id, enabled, business_times }, { db }) =>
      db.transaction(async (tx) => {
        await requireWidget(tx, widget_id);
        await requireUsers(tx, [user_id]);
        const [created] = await tx
          .insert(assignments)
          .values({ widgetId: widget_id, userId: user_id, enabled, businessTimes: business_times ?? defaultHours })
          .returning({ id: assignments.id });
        return { data: created };
      }),
  }),

  route({
    operation: 'managers.update',
    method: 'POST',
    path: `${v1}/update`,
    scope: 'managers.edit',
    input: manager,
    async handle({ user_id, widget_id, enabled, business_times }, { db }) {
      const [updated] = await db
        .update(assignments)
        // Hours that are left out are not kept: the API resets them, and so does the sandbox.
        .set({ enabled, businessTimes: business_times ?? defaultHours })
        .where(and(eq(assignments.widgetId, widget_id), eq(assignments.userId, user_id)))
        .returning({ id: assignments.id });
      if (updated === undefined) throw notManager(user_id, widget_id);
      return { data: updated };
    },
  }),

  route({
    operation: 'managers.delete',
    method: 'POST',
    path: `${v1}/delete`,
    scope: 'managers.edit',
    input: pair,
    async handle({ user_id, widget_id }, { db }) {
      const deleted = await db
        .delete(assignments)
        .where(and(eq(assignments.widgetId, widget_id), eq(assignments.userId, user_id)))
        .returning({ id: assignments.id });
      if (deleted.length === 0) throw notManager(user_id, widget_id);
      return { data: null };
    },
  }),
];

function notManager(userId: number, widgetId: number) {
  return notFound(`User ${userId} is not a manager of widget ${widgetId}.`);
}
