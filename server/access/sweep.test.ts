import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { acts, attempts, sessions } from '#server/db/schema.ts';
import { testConsole } from '#server/testing/console.ts';

const whole = testConsole({ sweepMs: 50 });

test('what is lost or old is looked for again and again, and what fails keeps nothing else from it', async () => {
  const { person } = await whole.join('support');
  const act = { personName: 'X', operation: 'widgets.update', entity: 'widgets' } as const;
  const statesOf = async () => {
    const rows = await whole.db.select().from(acts).where(eq(acts.personName, 'X')).orderBy(acts.id);
    return rows.map(({ state }) => state);
  };
  const ofPerson = eq(sessions.userId, person?.id ?? '');
  await whole.db.execute(sql`alter table attempt rename to attempt_away`);
  await whole.db.insert(acts).values([
    { ...act, state: 'done', at: new Date('2020-01-01') },
    { ...act, state: 'pending', at: sql`now() - interval '2 minutes'` },
    { ...act, state: 'pending', at: sql`now() - interval '1 minute'` },
  ]);
  await whole.db
    .update(sessions)
    .set({ expiresAt: new Date(0) })
    .where(ofPerson);
  await expect.poll(statesOf).toEqual(['unknown', 'pending']);
  await expect.poll(() => whole.db.$count(sessions, ofPerson)).toBe(0);

  await whole.db.execute(sql`alter table attempt_away rename to attempt`);
  await whole.db.insert(attempts).values({ key: 'old', count: 1, resetsAt: new Date(0) });
  await expect.poll(() => whole.db.$count(attempts, eq(attempts.key, 'old'))).toBe(0);
});
