import { sql } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { unhurried } from '#server/db/patience.ts';
import { users, widgets } from '#server/db/schema.ts';
import { type Dataset, nothing, replaceAll } from './dataset.ts';
import { demo } from './demo.ts';
import { large } from './large.ts';
import type { SeedName } from './names.ts';

const datasets: Record<SeedName, (now: Date) => Dataset> = { demo, large, empty: () => nothing };

/** Fills a database that holds no widget and no user; any other is left as it is. Returns whether it did. */
export function seedIfEmpty(db: Db, name: SeedName, now: Date): Promise<boolean> {
  return alone(db, async (tx) => {
    const [widget] = await tx.select({ id: widgets.id }).from(widgets).limit(1);
    const [user] = await tx.select({ id: users.id }).from(users).limit(1);
    if (widget !== undefined || user !== undefined) return false;
    await replaceAll(tx, datasets[name](now));
    return true;
  });
}

/** Throws away what the sandbox holds and fills it anew. What is made later gets ids that nothing had before. */
export function reseed(db: Db, name: SeedName, now: Date): Promise<void> {
  return alone(db, (tx) => replaceAll(tx, datasets[name](now), 'continue'));
}

/** Of several processes that start at once on one PostgreSQL, one seeds and the others see what it did. */
function alone<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return unhurried(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('callpage-console seed'))`);
    return work(tx);
  });
}
