import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { OpenDatabase } from '#server/db/open.ts';
import { ask } from '#server/testing/client.ts';
import { openTestDatabase } from '#server/testing/databases.ts';
import { wednesday } from '#server/testing/small-account.ts';
import { Call } from '#src/api/wire/calls.ts';
import { Assignment } from '#src/api/wire/managers.ts';
import { SmsMessage } from '#src/api/wire/sms.ts';
import { Widget } from '#src/api/wire/widgets.ts';
import { callsByDay, outcomes } from '#src/domain/calls-by-day.ts';
import { managerStatus, smsStatus, widgetStatus } from '#src/domain/statistics.ts';
import { parseTimestamp } from '#src/domain/timestamps.ts';
import { buildSandbox } from './app.ts';
import { smsIds } from './messages.ts';
import { reseed } from './seed/index.ts';

const v1 = '/api/v1/external';
const history = '/api/v3/external/calls/history';
const timeZone = 'Europe/Warsaw';

const Counts = z.object({ total: z.number(), enabled: z.number() });
const DayRow = z.object({ day: z.string(), outcome: z.string(), count: z.number() });

/**
 * The statistics that the console computes over every page of the API, against counts that PostgreSQL makes of its
 * own tables.
 */
describe('the statistics equal what SQL counts', () => {
  let database: OpenDatabase;
  let app: FastifyInstance;
  beforeAll(async () => {
    database = await openTestDatabase('PostgreSQL');
    app = buildSandbox({ db: database.db, apiKey: 'test-key', now: () => wednesday });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  async function rows<Row>(query: ReturnType<typeof sql>, row: z.ZodType<Row>): Promise<Row[]> {
    return z.object({ rows: z.array(row) }).parse(await database.db.execute(query)).rows;
  }

  /** Every page of a list, as the console reads it. */
  async function readAll<Item>(path: string, item: { parse: (value: unknown) => Item }, input = {}): Promise<Item[]> {
    const items: Item[] = [];
    const limit = 1000;
    for (let offset = 0; ; offset += limit) {
      const { data } = await ask(app, { path, input: { ...input, limit, offset } });
      const page = z.array(z.unknown()).parse(data);
      items.push(...page.map((one) => item.parse(one)));
      if (page.length < limit) return items;
    }
  }

  describe.each(['demo', 'large'] as const)('%s', (seed) => {
    beforeAll(() => reseed(database.db, seed, wednesday), 90_000);

    it('widget status', async () => {
      const [counted] = await rows(
        sql`select count(*)::int total, (count(*) filter (where enabled))::int enabled from widgets`,
        Counts,
      );
      expect(widgetStatus(await readAll(`${v1}/widgets/all`, Widget))).toEqual({
        total_widgets: counted?.total,
        enabled_widgets: counted?.enabled,
        disabled_widgets: (counted?.total ?? 0) - (counted?.enabled ?? 0),
      });
    });

    it('manager status, of several widgets', async () => {
      for (const widget_id of [1, 2, 5, 9, 12]) {
        const [counted] = await rows(
          sql`select count(*)::int total, (count(*) filter (where enabled))::int enabled
              from assignments where widget_id = ${widget_id}`,
          Counts,
        );
        expect(managerStatus(await readAll(`${v1}/managers/all`, Assignment, { widget_id }))).toEqual({
          total_managers: counted?.total,
          enabled_managers: counted?.enabled,
          disabled_managers: (counted?.total ?? 0) - (counted?.enabled ?? 0),
        });
      }
    });

    it('SMS status: what is customised as it is stored, the rest as by default', async () => {
      for (const widget_id of [1, 2, 3, 12]) {
        const { data } = await ask(app, { path: `${v1}/sms/all`, input: { widget_id } });
        const messages = z
          .array(z.unknown())
          .parse(data)
          .map((message) => SmsMessage.parse(message));
        const defaults = messages.filter(({ updated_at }) => updated_at === null);
        const [counted] = await rows(
          sql`select count(*)::int total, (count(*) filter (where enabled))::int enabled
              from sms_messages where widget_id = ${widget_id}`,
          Counts,
        );
        const enabled = (counted?.enabled ?? 0) + defaults.filter((message) => message.enabled).length;
        expect(defaults).toHaveLength(smsIds.length - (counted?.total ?? 0));
        expect(smsStatus(messages)).toEqual({
          total_messages: smsIds.length,
          enabled_messages: enabled,
          disabled_messages: smsIds.length - enabled,
        });
      }
    });

    it('calls by day and outcome, over the change of the clocks', async () => {
      const [from, to] = ['2026-09-01', '2026-11-25'];
      const date_from = Date.parse(`${from}T00:00:00+02:00`) / 1000;
      const calls = (await readAll(history, Call, { date_from })).map(({ data }) => ({
        createdAt: parseTimestamp(data.created_at),
        status: data.human_status,
      }));
      const counted = await rows(
        sql`select day, outcome, count(*)::int from (
              select to_char(created_at at time zone ${timeZone}, 'YYYY-MM-DD') as day,
                case when status in ('manager-failed', 'user-failed', 'failed') then 'failed'
                     when status in ('completed', 'cancelled') then status::text
                     else 'open' end as outcome
              from calls where not hidden) as seen
            where day between ${from} and ${to} group by day, outcome`,
        DayRow,
      );
      const days = callsByDay(calls, { from, to, timeZone });
      const computed = days.flatMap((day) =>
        outcomes.map((outcome) => ({ day: day.day, outcome, count: day[outcome] })),
      );
      const inOrder = (all: z.output<typeof DayRow>[]) =>
        all
          .filter(({ count }) => count > 0)
          .toSorted((a, b) => `${a.day}${a.outcome}`.localeCompare(`${b.day}${b.outcome}`));
      expect(inOrder(computed)).toEqual(inOrder(counted));
      expect(days).toHaveLength(86);
      expect(counted.length).toBeGreaterThan(60);
    }, 60_000);
  });
});
