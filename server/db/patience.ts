import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'drizzle-orm';
import type { Db } from './open.ts';
import { DatabaseAway, databaseAway } from './unavailable.ts';

/**
 * Milliseconds that may be waited for the database in all. The longest way is a change in the sandbox on the same database: the
 * request itself, the sandbox twice (what it was before, and the change), and the end of the act; together less than ten seconds.
 */
export const patience = { request: 3_500, sandbox: 2_000, ending: 2_000 };

/** What may still be waited, over all statements, and what went wrong so far. */
interface Patience {
  left: number;
  failure?: DatabaseAway;
}

const current = new AsyncLocalStorage<Patience>();
const ofRequest = new WeakMap<object, Patience>();

/** Goes on with what this request may still wait. Its body arrives outside of that, so a request is entered before and after. */
export function enterRequest(request: object, next: () => void, left = patience.request): void {
  const own = ofRequest.get(request) ?? { left };
  ofRequest.set(request, own);
  current.run(own, next);
}

/** What of the database failed in a request, where a library in between threw an error of its own instead. */
export const failureNow = (): DatabaseAway | undefined => current.getStore()?.failure;
/** The same, outside of it. */
export const failureIn = (request: object): DatabaseAway | undefined => ofRequest.get(request)?.failure;

/** Runs what no answer waits for, though a request may have begun it; or what has a patience of its own. */
export function apart<Result>(work: () => Promise<Result>, left = patience.request): Promise<Result> {
  return current.run({ left }, work);
}

/** Seconds for which something is tried again: as long as an act may be pending. */
const keptFor = 80;

/** What cannot be done now and has to be, once the database is back: tried every second, by nobody who waits. */
export function later(work: () => Promise<unknown>, left = keptFor): void {
  if (left === 0) return;
  setTimeout(() => void apart(work).catch(() => later(work, left - 1)), 1_000).unref();
}

/** A transaction that takes as long as it takes: a seed, a sweep. */
export function unhurried<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return apart(
    () =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`);
        return work(tx);
      }),
    Number.POSITIVE_INFINITY,
  );
}

/**
 * One step of the database, which may take `most` milliseconds and no more than is left. What it took is counted.
 * @param step is given the milliseconds; undefined for as long as it takes
 */
export async function waitFor<Result>(
  most: number,
  step: (milliseconds: number | undefined) => Promise<Result>,
): Promise<Result> {
  const own = current.getStore() ?? { left: most };
  const start = performance.now();
  try {
    if (own.left < 1) throw new DatabaseAway('The database took too long.');
    return await step(own.left === Number.POSITIVE_INFINITY ? undefined : Math.ceil(Math.min(most, own.left)));
  } catch (error) {
    const away = databaseAway(error);
    if (away) own.failure = away;
    throw error;
  } finally {
    own.left -= performance.now() - start;
  }
}
