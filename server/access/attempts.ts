import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { failureNow, later } from '#server/db/patience.ts';
import { attempts } from '#server/db/schema.ts';
import { databaseAway } from '#server/db/unavailable.ts';
import { Failure } from '#server/gateway/failure.ts';

const patienceMs = 10 * 60_000;
/** An office behind one address may mistype together; a single account has less patience. */
const most = { address: 30, account: 10 } as const;

/**
 * Counts tries to guess a password or a link, in the database, so that several processes and a restart make no
 * difference. A try is counted before it is looked at: many at once are no way around it.
 * @param now of a clock that nobody sets: a step of the machine's own ends no lockout, and makes none longer
 */
export function createAttempts(db: Db, now: () => Date) {
  /** Gives when the window ends in which it was counted. */
  async function take(kind: keyof typeof most, name: string): Promise<Date> {
    const at = now();
    const end = new Date(at.getTime() + patienceMs);
    const over = lte(attempts.resetsAt, at);
    const [row] = await db
      .insert(attempts)
      .values({ key: keyOf(kind, name), count: 1, resetsAt: end })
      .onConflictDoUpdate({
        target: attempts.key,
        set: {
          count: sql`case when ${over} then 1 else ${attempts.count} + 1 end`,
          // Whoever wrote a later one went by a clock that was ahead.
          resetsAt: sql`case when ${over} then excluded.resets_at else least(${attempts.resetsAt}, excluded.resets_at) end`,
        },
      })
      .returning();
    if (!row || row.count <= most[kind]) return row?.resetsAt ?? end;
    const retryAfter = Math.max(1, Math.ceil((row.resetsAt.getTime() - at.getTime()) / 1000));
    const wait = Math.ceil(retryAfter / 60);
    throw new Failure(429, `There were too many tries. Try again in ${wait} minute${wait === 1 ? '' : 's'}.`, {
      reason: 'too_many_tries',
      retryAfter,
    });
  }

  /** Of that window alone: once it is over, or was forgiven, there is nothing to take back. */
  async function takeBack(kind: keyof typeof most, name: string, window: Date): Promise<void> {
    await db
      .update(attempts)
      .set({ count: sql`greatest(${attempts.count} - 1, 0)` })
      .where(and(eq(attempts.key, keyOf(kind, name)), lte(attempts.resetsAt, window)));
  }

  return {
    /**
     * Counts a try, makes it, and forgives it where it was right. Throws 429 where this address, or this account from wherever,
     * was tried too often. A try that failed because the database was away says nothing, and is taken back once that is there.
     */
    async trying<Result>(address: string, account: string | undefined, work: () => Promise<Result>): Promise<Result> {
      const counted: (() => Promise<void>)[] = [];
      const count = async (kind: keyof typeof most, name: string) => {
        const window = await take(kind, name);
        counted.push(() => takeBack(kind, name, window));
      };
      try {
        await count('address', network(address));
        if (account !== undefined) await count('account', account);
        const result = await work();
        // A try that was right does not count, and those of its account before it no longer. What is taken back now is not again later.
        await counted[0]?.();
        counted.shift();
        if (account !== undefined) await db.delete(attempts).where(eq(attempts.key, keyOf('account', account)));
        return result;
      } catch (error) {
        if (databaseAway(error) ?? failureNow()) for (const undo of counted) later(undo);
        throw error;
      }
    },

    async forgetOld(): Promise<void> {
      await db.delete(attempts).where(lte(attempts.resetsAt, now()));
    },
  };
}

/** Who has one IPv6 address has the whole network of 64 bits. */
function network(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const filled =
    tail === undefined ? groups : [...groups, ...Array(8 - groups.length - rest.length).fill('0'), ...rest];
  return filled.slice(0, 4).join(':');
}

/** An email is nothing to keep of somebody who may never have been here. */
function keyOf(kind: string, name: string): string {
  return `${kind}:${createHash('sha256').update(name.toLowerCase()).digest('base64url')}`;
}
