import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { assignmentDepartments, assignments, departments, users, widgets } from '#server/db/schema.ts';
import { notFound } from '#server/sandbox/errors.ts';

/** A user as an assignment carries it. */
const user = { id: users.id, name: users.name, email: users.email, tel: users.tel, avatar: users.avatar };

/** The managers of many widgets in their short form, by widget, in one query. */
export async function shortManagers(db: Db, widgetIds: number[]) {
  const rows = await db
    .select({ widgetId: assignments.widgetId, id: assignments.id, enabled: assignments.enabled, user })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.userId))
    .where(inArray(assignments.widgetId, widgetIds))
    .orderBy(asc(assignments.id));
  const byWidget = new Map<number, Omit<(typeof rows)[number], 'widgetId'>[]>();
  for (const { widgetId, ...manager } of rows) {
    const managers = byWidget.get(widgetId);
    if (managers === undefined) byWidget.set(widgetId, [manager]);
    else managers.push(manager);
  }
  return byWidget;
}

export interface Page {
  limit: number;
  offset: number;
}

/** The managers of one widget with hours and departments, all of them or one page, or one user's alone. */
export async function fullManagers(db: Db, widgetId: number, { userId, page }: { userId?: number; page?: Page } = {}) {
  const query = db
    .select({
      id: assignments.id,
      manager_id: assignments.id,
      user_id: assignments.userId,
      widget_id: assignments.widgetId,
      enabled: assignments.enabled,
      user,
      business_times: assignments.businessTimes,
    })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.userId))
    .where(and(eq(assignments.widgetId, widgetId), userId === undefined ? undefined : eq(assignments.userId, userId)))
    .orderBy(asc(assignments.id))
    .$dynamic();
  const rows = await (page === undefined ? query : query.limit(page.limit).offset(page.offset));
  const members = await departmentsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, departments: members.get(row.id) ?? [] }));
}

async function departmentsOf(db: Db, assignmentIds: number[]) {
  const rows = await db
    .select({ assignmentId: assignmentDepartments.assignmentId, id: departments.id, name: departments.name })
    .from(assignmentDepartments)
    .innerJoin(departments, eq(departments.id, assignmentDepartments.departmentId))
    .where(inArray(assignmentDepartments.assignmentId, assignmentIds))
    .orderBy(asc(departments.id));
  const byAssignment = new Map<number, { id: number; name: string }[]>();
  for (const { assignmentId, ...department } of rows) {
    byAssignment.set(assignmentId, [...(byAssignment.get(assignmentId) ?? []), department]);
  }
  return byAssignment;
}

/** Throws the 404 of a widget that is not there. Of one that goes meanwhile, the foreign keys tell. */
export async function requireWidget(db: Db, id: number) {
  const [widget] = await db
    .select({ id: widgets.id, localeCode: widgets.localeCode })
    .from(widgets)
    .where(eq(widgets.id, id));
  if (widget === undefined) throw notFound(`There is no widget ${id}.`);
  return widget;
}

/** Throws the 404 that names the users who are not there. */
export async function requireUsers(db: Db, ids: number[]): Promise<void> {
  const found = await db.select({ id: users.id }).from(users).where(inArray(users.id, ids));
  const missing = ids.filter((id) => found.every((one) => one.id !== id));
  if (missing.length > 0) throw notFound(`There is no user ${missing.join(', ')}.`);
}
