import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#server/db/open.ts';

const Rows = z.object({ rows: z.tuple([z.object({ ms: z.coerce.number() })]) });

/**
 * A clock that starts at the database's time, which all processes share, and goes on by the time that has passed: setting
 * the clock of either machine does not move it. A process that is started after that goes by the new time.
 * @param elapsed milliseconds that nobody can set
 */
export async function startSteadyClock(db: Db, elapsed: () => number): Promise<() => Date> {
  const started = elapsed();
  const { rows } = Rows.parse(await db.execute(sql`select extract(epoch from now()) * 1000 as ms`));
  return () => new Date(rows[0].ms + elapsed() - started);
}
