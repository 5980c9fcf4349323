import { and, asc, gt, inArray, max, sql } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { apart } from '#server/db/patience.ts';
import { acts } from '#server/db/schema.ts';
import type { Change } from '#src/api/wire/events.ts';

export interface Told {
  seq: number;
  change: Change;
}
type Listener = (told: Told[]) => void;

export type Feed = ReturnType<typeof createFeed>;

/** What came after a gap of more than so many is not told one by one. */
const mostMissed = 200;

/**
 * Tells what was changed, in the order in which it was finished. Acts of this process are told at once; where others
 * work on the same database, theirs are looked for every `pollMs` while somebody listens.
 */
export function createFeed(
  db: Db,
  { pollMs, onError }: { pollMs: number | undefined; onError: (error: unknown) => void },
) {
  const listeners = new Set<Listener>();
  let last: number | undefined;
  let reading = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  async function read(): Promise<void> {
    do {
      again = false;
      last ??= await newest();
      const told = await readAfter(db, last);
      last = told.at(-1)?.seq ?? last;
      if (told.length > 0) for (const listener of listeners) listener(told);
    } while (again);
  }

  /** One reading at a time; what happens meanwhile is read after it. */
  function look(): void {
    if (listeners.size === 0) return;
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    void apart(read)
      .catch(onError)
      .finally(() => {
        reading = false;
      });
  }

  async function newest(): Promise<number> {
    const [row] = await db.select({ seq: max(acts.seq) }).from(acts);
    return row?.seq ?? 0;
  }

  return {
    look,
    newest,

    /** What was missed since `seq`; undefined where it cannot be told one by one. */
    async missed(seq: number): Promise<Told[] | undefined> {
      const [oldest] = await db.select({ seq: sql<number | null>`min(${acts.seq})::int` }).from(acts);
      const told = await readAfter(db, seq, mostMissed + 1);
      const isKnown = seq <= (await newest()) && seq + 1 >= (oldest?.seq ?? 0);
      return isKnown && told.length <= mostMissed ? told : undefined;
    },

    /** Listens from now on; resolves with the way to stop once nothing can be missed any more. */
    async listen(listener: Listener): Promise<() => void> {
      if (listeners.size === 0) last = await newest();
      listeners.add(listener);
      if (pollMs !== undefined) timer ??= setInterval(look, pollMs).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

/** What failed has changed nothing, and is not told. */
async function readAfter(db: Db, seq: number, limit = 500): Promise<Told[]> {
  const rows = await db
    .select()
    .from(acts)
    .where(and(gt(acts.seq, seq), inArray(acts.state, ['done', 'unknown'])))
    .orderBy(asc(acts.seq))
    .limit(limit);
  return rows.map((row) => ({
    seq: row.seq ?? seq,
    change: { entity: row.entity, operation: row.operation, ids: idsOf(row), user_ids: row.userIds, key: row.key },
  }));
}

function idsOf({ entity, widgetId, userIds, callId }: typeof acts.$inferSelect): number[] {
  if (entity === 'users') return userIds;
  const id = entity === 'calls' ? callId : widgetId;
  return id === null ? [] : [id];
}
