import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type OpenDatabase, openDatabase } from '#server/db/open.ts';
import { buildSandbox } from '#server/sandbox/app.ts';
import { businessTimes } from '#server/sandbox/hours.ts';
import { tel, webAddress } from '#server/sandbox/inputs.ts';
import { ask } from '#server/testing/client.ts';
import { databaseKinds, openTestDatabase } from '#server/testing/databases.ts';
import { wednesday } from '#server/testing/small-account.ts';
import { hostOf } from '#src/domain/widget-url.ts';
import { demo } from './demo.ts';
import { reseed, seedIfEmpty } from './index.ts';
import { large } from './large.ts';

const day = 86_400_000;

describe('the demo account', () => {
  const account = demo(wednesday);

  it('is the size that is promised', () => {
    expect(account.widgets).toHaveLength(12);
    expect(account.users).toHaveLength(20);
    expect(account.calls).toHaveLength(300);
    expect(new Set(account.widgets.map(({ localeCode }) => localeCode)).size).toBeGreaterThan(5);
    const zones = account.assignments.flatMap(({ businessTimes: rules }) => rules.map(({ timezone }) => timezone));
    expect(new Set(zones)).toEqual(new Set(['Europe/Warsaw', 'Europe/London', 'America/New_York']));
  });

  it('could have been written through the API', () => {
    for (const { url } of account.widgets) expect(webAddress.safeParse(url).success, url).toBe(true);
    for (const user of [...account.users, ...account.calls])
      expect(tel.safeParse(user.tel).success, user.tel).toBe(true);
    for (const { businessTimes: rules } of account.assignments) expect(businessTimes.parse(rules)).toEqual(rules);
  });

  it('has a host of its own for each widget', () => {
    expect(new Set(account.widgets.map(({ url }) => hostOf(url))).size).toBe(12);
  });

  it('has calls of the last 60 days alone, none after the present but those that are scheduled', () => {
    for (const call of account.calls) {
      expect(call.createdAt.getTime()).toBeLessThanOrEqual(wednesday.getTime());
      expect(call.createdAt.getTime()).toBeGreaterThanOrEqual(wednesday.getTime() - 60 * day);
      const isAhead = (call.scheduledAt?.getTime() ?? 0) > wednesday.getTime();
      expect(isAhead).toBe(call.status === 'scheduled');
    }
  });

  it('is the same every time, at every hour', () => {
    expect(demo(wednesday)).toEqual(account);
    for (let hour = 0; hour < 24; hour++) {
      expect(demo(new Date(wednesday.getTime() + hour * 3_600_000)).calls).toHaveLength(300);
    }
  });
});

describe('the large account', () => {
  const account = large(wednesday);

  it('is the size that is promised, and nobody is on a widget twice', () => {
    expect(account.widgets).toHaveLength(10_000);
    expect(account.users).toHaveLength(2000);
    expect(account.calls).toHaveLength(100_000);
    expect(new Set(account.assignments.map(({ widgetId, userId }) => `${widgetId} ${userId}`)).size).toBe(30_000);
  });

  it('is the same every time', () => {
    const again = large(wednesday);
    expect(again.widgets).toEqual(account.widgets);
    expect(again.assignments).toEqual(account.assignments);
    expect(again.calls.slice(-100)).toEqual(account.calls.slice(-100));
  });
});

describe.each(databaseKinds)('seeding %s', (kind) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  it('fills an empty database, and no other', async () => {
    expect(await seedIfEmpty(database.db, 'demo', wednesday)).toBe(true);
    expect(await seedIfEmpty(database.db, 'large', wednesday)).toBe(false);
    const app = buildSandbox({ db: database.db, apiKey: 'test-key' });
    const widgets = await ask(app, { path: '/api/v1/external/widgets/all' });
    expect(widgets.meta).toMatchObject({ count: 12 });
    expect((await ask(app, { path: '/api/v3/external/calls/history' })).meta).toMatchObject({ count: 300 });
    const created = await ask(app, {
      method: 'POST',
      path: '/api/v1/external/widgets/create',
      input: { url: 'https://x.example' },
    });
    expect(created.data).toEqual({ id: 13 });
  });

  it('fills it with the large account', async () => {
    await reseed(database.db, 'large', wednesday);
    const counted = await database.db.execute(sql`
      select (select count(*)::int from widgets) widgets, (select count(*)::int from assignments) assignments,
        (select count(*)::int from calls) calls, (select sum(call_requests_count)::int from widgets) counted`);
    const { rows } = z.object({ rows: z.array(z.unknown()) }).parse(counted);
    expect(rows).toEqual([{ widgets: 10_000, assignments: 30_000, calls: 100_000, counted: 100_000 }]);
  }, 240_000);
});

it('seeds once when several processes start on one database', async () => {
  const database = await openTestDatabase('PostgreSQL');
  const seeded = await Promise.all(Array.from({ length: 4 }, () => seedIfEmpty(database.db, 'demo', wednesday)));
  await database.close();
  expect(seeded.filter(Boolean)).toHaveLength(1);
});

it('opens a database in memory from the dump of another', async () => {
  const original = await openDatabase({ memory: true });
  await reseed(original.db, 'demo', wednesday);
  const dump = await original.dump?.();
  await original.close();
  const copy = await openDatabase({ memory: true, dump });
  const app = buildSandbox({ db: copy.db, apiKey: 'test-key' });
  expect((await ask(app, { path: '/api/v1/external/users/all' })).meta).toMatchObject({ count: 20 });
  await copy.close();
});
