import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db, OpenDatabase } from '#server/db/open.ts';
import { persons } from '#server/db/schema.ts';
import { openTestDatabase, type TestDatabase } from '#server/testing/databases.ts';
import { createFeed, type Told } from './feed.ts';
import { createRecord, type NewAct, recordOwnAct } from './record.ts';
import { targetOf } from './target.ts';

const person = { id: 'one', name: 'One' };
let here: TestDatabase;
let there: OpenDatabase;
beforeAll(async () => {
  here = await openTestDatabase('PostgreSQL');
  there = await here.again();
  await here.db.insert(persons).values({ ...person, email: 'one@console.example', role: 'operator' });
});
afterAll(async () => {
  await there.close();
  await here.close();
});

const begin = (db: Db, operation: NewAct['operation'], body: NewAct['body'] = { id: 1 }) =>
  createRecord(db, 'a secret', 0).begin({
    ...{ person, operation, body, target: targetOf(operation, body, '') },
    ...{ key: undefined, confirmed: undefined },
  });

/** Does the second while the first is not committed yet, and commits the first when the second waits or has ended. */
async function overlapping(first: (tx: Db) => Promise<unknown>, second: () => Promise<unknown>) {
  let ended = false;
  let work: Promise<unknown> | undefined;
  await here.db.transaction(async (tx) => {
    await first(tx);
    work = second().finally(() => {
      ended = true;
    });
    const waiting = () => here.db.$count(sql`pg_locks`, sql`locktype = 'advisory' and not granted`);
    await expect.poll(async () => ended || (await waiting()) > 0).toBe(true);
  });
  return work;
}

test('of two calls to one number the second sees the first, though it is not committed yet', async () => {
  const call = { id: 1, tel: '+48600100200' };
  const second = overlapping(
    (tx) => begin(tx, 'widgets.call', call),
    () => begin(there.db, 'widgets.call', call).catch(({ reason }: { reason: string }) => reason),
  );
  expect(await second).toBe('call_repeated');
});

test('an act gets its number when none with a lower one can be committed any more: who listens misses none', async () => {
  const heard: Told[] = [];
  const errors: unknown[] = [];
  const feed = createFeed(here.db, { pollMs: undefined, onError: (error) => errors.push(error) });
  const stop = await feed.listen((told) => heard.push(...told));
  const begun = await begin(there.db, 'widgets.update');
  const id = 'id' in begun ? begun.id : 0;
  await overlapping(
    (tx) => recordOwnAct(tx, person, { operation: 'people.update', subject: 'first' }),
    async () => {
      const ending = { state: 'done', status: 200, answer: '{}', message: null } as const;
      await createRecord(there.db, 'a secret', 0).finish(id, ending);
      feed.look();
      await expect.poll(() => heard.length).toBeGreaterThan(0);
    },
  );
  await expect.poll(() => heard.map(({ change }) => change.operation)).toEqual(['people.update', 'widgets.update']);
  expect(errors).toEqual([]);
  stop();
});
