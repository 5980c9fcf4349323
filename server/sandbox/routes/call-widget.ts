import { and, eq, exists, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#server/db/open.ts';
import { assignmentDepartments, assignments, calls, users, widgets } from '#server/db/schema.ts';
import { invalid, notFound, SandboxError } from '#server/sandbox/errors.ts';
import { accepts, id, optionalId, tel } from '#server/sandbox/inputs.ts';
import { type Route, route } from '#server/sandbox/route.ts';
import { timestamp } from '#server/sandbox/times.ts';
import type { CallInput } from '#src/api/wire/widgets.ts';
import { isOpenAt, nextOpening } from '#src/domain/business-hours/open.ts';

const v1 = '/api/v1/external/widgets';

/** Both record a call and dial nobody. Whether the widget is shown on its page has no say: an operator may call. */
export const callRoutes: Route[] = [
  route({
    operation: 'widgets.call',
    method: 'POST',
    path: `${v1}/call`,
    scope: 'widgets.call',
    input: accepts<CallInput>()(
      z
        .object({ id, tel, department_id: optionalId, manager_id: optionalId })
        .refine((input) => input.department_id === undefined || input.manager_id === undefined, {
          path: ['manager_id'],
          error: 'Send department_id or manager_id, not both.',
        }),
    ),
    handle: (input, { db, now }) =>
      db.transaction(async (tx) => {
        await countRequest(tx, input.id);
        const hours = await hoursOf(tx, input);
        const opening = nextOpening(hours, now().getTime());
        if (!isOpenAt(hours, now().getTime())) throw nobodyNow(opening);
        const userId = input.manager_id === undefined ? null : await userOf(tx, input.manager_id);
        return { data: await record(tx, { ...input, userId, createdAt: now(), scheduledAt: null }) };
      }),
  }),

  route({
    operation: 'widgets.callOrSchedule',
    method: 'POST',
    path: `${v1}/call-or-schedule`,
    scope: 'widgets.call',
    input: z.object({ id, tel, department_id: optionalId }),
    handle: (input, { db, now }) =>
      db.transaction(async (tx) => {
        await countRequest(tx, input.id);
        const opening = nextOpening(await hoursOf(tx, input), now().getTime());
        if (opening === null) throw nobodyNow(null);
        const scheduledAt = opening > now().getTime() ? new Date(opening) : null;
        return { data: await record(tx, { ...input, userId: null, createdAt: now(), scheduledAt }) };
      }),
  }),
];

/** Keeps the widget there until the transaction ends; throws the 404 of one that is not. */
async function countRequest(tx: Db, widgetId: number): Promise<void> {
  const counted = await tx
    .update(widgets)
    .set({ callRequestsCount: sql`${widgets.callRequestsCount} + 1` })
    .where(eq(widgets.id, widgetId))
    .returning({ id: widgets.id });
  if (counted.length === 0) throw notFound(`There is no widget ${widgetId}.`);
}

/**
 * The hours of everybody who may take the call, together. A manager who is switched off, here or as a user, has none.
 * Throws the 422 of a department or manager that the widget does not have.
 */
async function hoursOf(tx: Db, input: CallInput) {
  const members = tx
    .select({ one: sql`1` })
    .from(assignmentDepartments)
    .where(
      and(
        eq(assignmentDepartments.assignmentId, assignments.id),
        eq(assignmentDepartments.departmentId, input.department_id ?? 0),
      ),
    );
  const asked = await tx
    .select({ hours: assignments.businessTimes, enabled: assignments.enabled, userEnabled: users.enabled })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.userId))
    .where(
      and(
        eq(assignments.widgetId, input.id),
        input.manager_id === undefined ? undefined : eq(assignments.id, input.manager_id),
        input.department_id === undefined ? undefined : exists(members),
      ),
    );
  if (asked.length === 0 && input.manager_id !== undefined) {
    throw invalid({ manager_id: [`The widget has no manager ${input.manager_id}.`] });
  }
  if (asked.length === 0 && input.department_id !== undefined) {
    throw invalid({ department_id: [`No manager of the widget belongs to department ${input.department_id}.`] });
  }
  return asked.filter(({ enabled, userEnabled }) => enabled && userEnabled).flatMap(({ hours }) => hours);
}

async function userOf(tx: Db, managerId: number): Promise<number | null> {
  const [row] = await tx.select({ userId: assignments.userId }).from(assignments).where(eq(assignments.id, managerId));
  return row?.userId ?? null;
}

interface NewCall extends CallInput {
  userId: number | null;
  createdAt: Date;
  /** null: now */
  scheduledAt: Date | null;
}

async function record(tx: Db, { id: widgetId, tel, department_id, userId, createdAt, scheduledAt }: NewCall) {
  const status = scheduledAt === null ? 'new' : 'scheduled';
  const departmentId = department_id ?? null;
  const values = { widgetId, tel, departmentId, userId, status, createdAt, scheduledAt } as const;
  const [recorded] = await tx.insert(calls).values(values).returning({ id: calls.id });
  return recorded;
}

function nobodyNow(opening: number | null): SandboxError {
  const next =
    opening === null
      ? 'No hours are set in which anybody is. Switch a manager on, or set hours.'
      : `The next hours begin at ${timestamp(new Date(opening))} UTC. Schedule the call, or try again then.`;
  return new SandboxError(422, `Nobody is available to take the call. ${next}`);
}
