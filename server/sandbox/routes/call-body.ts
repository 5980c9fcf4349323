import { desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { calls, callTags, departments, tags, users, widgets } from '#server/db/schema.ts';
import { timestamp } from '#server/sandbox/times.ts';
import { formatted } from './users.ts';

/** The calls of these ids as the API gives them, the newest first. Nested objects travel as `{ data }`. */
export async function callBodies(db: Db, ids: number[]) {
  const rows = await db
    .select({
      call: calls,
      widgetDescription: widgets.description,
      department: { id: departments.id, name: departments.name },
      user: { id: users.id, name: users.name },
    })
    .from(calls)
    .innerJoin(widgets, eq(widgets.id, calls.widgetId))
    .leftJoin(departments, eq(departments.id, calls.departmentId))
    .leftJoin(users, eq(users.id, calls.userId))
    .where(inArray(calls.id, ids))
    .orderBy(desc(calls.createdAt), desc(calls.id));
  const tagged = await db
    .select({ callId: callTags.callId, id: tags.id, name: tags.name })
    .from(callTags)
    .innerJoin(tags, eq(tags.id, callTags.tagId))
    .where(inArray(callTags.callId, ids));
  return rows.map(({ call, widgetDescription, department, user }) => ({
    id: call.id,
    data: {
      id: call.id,
      to: call.tel,
      to_formatted: formatted(call.tel),
      human_status: call.status,
      scheduled_at: timestamp(call.scheduledAt),
      scheduled_success: call.scheduledAt === null || call.status === 'scheduled' ? null : call.status === 'completed',
      created_at: timestamp(call.createdAt),
      cancelled_at: timestamp(call.cancelledAt),
      leadable_id: call.widgetId,
      leadable_type: 'Widget',
      leadable_description: widgetDescription,
      department: wrapped(department),
      request: wrapped({ id: call.id, created_at: timestamp(call.createdAt), url: call.referer }),
      feedback: wrapped(call.feedbackRating === null ? null : { rating: call.feedbackRating }),
      call: wrapped(user === null ? null : { duration: call.durationSeconds, user }),
      traceroutes: wrapped([]),
      referer: call.referer,
      extension: null,
      call_request_fields: wrapped(Object.entries(call.fields).map(([name, value]) => ({ name, value }))),
      tags: wrapped(tagged.filter(({ callId }) => callId === call.id).map(({ id, name }) => ({ id, name }))),
      notes: wrapped([]),
    },
  }));
}

function wrapped<Data>(data: Data | null): { data: Data } | null {
  return data === null ? null : { data };
}
