import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type OpenDatabase, openDatabase } from '#server/db/open.ts';
import { attempts } from '#server/db/schema.ts';
import { DatabaseAway } from '#server/db/unavailable.ts';
import { createAttempts } from './attempts.ts';
import { startSteadyClock } from './steady-clock.ts';

const minute = 60_000;
const refused = { statusCode: 429, reason: 'too_many_tries' };

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase({ memory: true });
  await database.db.execute(sql`create schema stepped`);
});
afterAll(() => database.close());
afterEach(async () => {
  vi.useRealTimers();
  await database.db.execute(sql`set search_path to default`);
  await database.db.execute(sql`delete from attempt`);
});

/** The tries of a console after ten on one account: one more is refused. */
async function lockOut() {
  const { db } = database;
  let elapsed = 0;
  const attempts = createAttempts(db, await startSteadyClock(db, () => elapsed));
  const wrong = new Error('A wrong password.');
  const again = () =>
    attempts
      .trying('192.0.2.7', 'a@console.example', () => Promise.reject(wrong))
      .catch((error: unknown) => {
        if (error !== wrong) throw error;
      });
  for (let n = 0; n < 10; n += 1) await again();
  await expect(again()).rejects.toMatchObject(refused);
  return {
    attempts,
    again,
    pass: (minutes: number): void => {
      elapsed += minutes * minute;
    },
    /** Sets the clocks of this process and of the database, as an administrator would. */
    setClocks: async (minutes: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * minute });
      const stepped = sql.raw(`'select pg_catalog.now() + interval ''${minutes} minutes'''`);
      await db.execute(
        sql`create or replace function stepped.now() returns timestamptz language sql stable as ${stepped}`,
      );
      // Before the database's own of that name.
      await db.execute(sql`set search_path to stepped, pg_catalog, public`);
    },
  };
}

test.each([60, -60, 60 * 24 * 365])(
  'clocks that are set %i minutes on end no lockout, and make none longer',
  async (step) => {
    const { attempts, again, pass, setClocks } = await lockOut();
    await setClocks(step);
    pass(4);
    await attempts.forgetOld();
    await expect(again()).rejects.toMatchObject({ ...refused, retryAfter: 6 * 60 });
    pass(6);
    await again();
  },
);

test('a lockout that was written by a clock far ahead lasts no longer than any', async () => {
  const { again, pass } = await lockOut();
  await database.db.execute(sql`update attempt set resets_at = resets_at + interval '1 day'`);
  await expect(again()).rejects.toMatchObject({ ...refused, retryAfter: 10 * 60 });
  pass(9);
  await expect(again()).rejects.toMatchObject({ ...refused, retryAfter: 60 });
  pass(1);
  await again();
});

test('a right try whose end the database missed is taken back once, and takes no other back', async () => {
  const { db } = database;
  let gone = 0;
  const failing = new Proxy(db, {
    get: (target, name) => {
      if (name !== 'delete' || gone > 0) return Reflect.get(target, name);
      gone += 1;
      return () => {
        throw new DatabaseAway('The connection has ended.');
      };
    },
  });
  const { trying } = createAttempts(failing, await startSteadyClock(db, () => 0));
  // What is done later is done when this test says so.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const wrong = trying('192.0.2.7', 'b@console.example', () => Promise.reject(new Error('A wrong password.')));
  await expect(wrong).rejects.toThrow('A wrong password.');
  const right = trying('192.0.2.7', 'a@console.example', async () => undefined);
  await expect(right).rejects.toThrow(DatabaseAway);
  const counts = async () => {
    const rows = await db.select({ count: attempts.count }).from(attempts).orderBy(attempts.count);
    return rows.map(({ count }) => count);
  };
  // The address, b’s account and a’s own.
  expect(await counts()).toEqual([1, 1, 1]);
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  await expect.poll(counts).toEqual([0, 1, 1]);
  // Those of an earlier window are nobody’s any more.
  await trying('192.0.2.7', 'a@console.example', async () => undefined);
  expect(await counts()).toEqual([1, 1]);
});
