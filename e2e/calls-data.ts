import { z } from 'zod';
import type { Sandbox, SandboxWidget, WidgetSeed } from './sandbox.ts';

const Call = z.object({
  id: z.number(),
  data: z.looseObject({
    to: z.string(),
    human_status: z.string(),
    created_at: z.string(),
    scheduled_at: z.string().nullable(),
    leadable_id: z.number(),
    department: z.object({ data: z.looseObject({ id: z.number() }) }).nullable(),
    call: z.object({ data: z.looseObject({ user: z.looseObject({ id: z.number() }) }) }).nullable(),
    call_request_fields: z.object({ data: z.array(z.object({ name: z.string(), value: z.unknown() })) }),
  }),
});
export type SandboxCall = z.infer<typeof Call>;

const days = [0, 1, 2, 3, 4, 5, 6];

/** Open at every moment. */
export const always = days.map((day_of_week) => rule(day_of_week, '00:00', '24:00'));

/** One hour of one day, by UTC. */
export const hourOf = (day: number, start: string, end: string) => [rule(day, start, end)];

function rule(day_of_week: number, start_time: string, end_time: string) {
  return { day_of_week, enabled: true, start_time, end_time, timezone: 'UTC' };
}

interface ManagerSeed {
  user_id: number;
  enabled?: boolean;
  business_times?: typeof always;
}

/** A widget of the test's own with these managers; with one who is always there unless told otherwise. */
export async function seedTeam(
  sandbox: Sandbox,
  seed: WidgetSeed = {},
  managers: readonly ManagerSeed[] = [{ user_id: 1 }],
): Promise<SandboxWidget> {
  const widget = await sandbox.seedWidget({ locale_code: 'pl', ...seed });
  for (const manager of managers) {
    await sandbox.call('managers.create', { widget_id: widget.id, enabled: true, business_times: always, ...manager });
  }
  return widget;
}

/** Every call of a widget, the newest first, from the sandbox itself. */
export async function callsOf(sandbox: Sandbox, widgetId: number): Promise<SandboxCall[]> {
  const data = await sandbox.call('calls.list', { 'widget_ids[]': widgetId, limit: 1000 });
  return z.array(Call).parse(data);
}

/** Every call of the account, the newest first. */
export async function everyCall(sandbox: Sandbox): Promise<SandboxCall[]> {
  return z.array(Call).parse(await sandbox.call('calls.list', { limit: 1000 }));
}

/** Makes so many calls through a widget, to numbers that end with their index. */
export async function seedCalls(sandbox: Sandbox, widgetId: number, count: number): Promise<void> {
  const inputs = Array.from({ length: count }, (_, index) => ({ id: widgetId, tel: `+48600${500_000 + index}` }));
  await sandbox.batch('widgets.callOrSchedule', inputs);
}
