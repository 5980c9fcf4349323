import { createHmac } from 'node:crypto';
import { and, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { acts } from '#server/db/schema.ts';
import { Failure } from '#server/gateway/failure.ts';
import type { OperationId } from '#src/api/wire/operations.ts';
import { mask, maskText } from './mask.ts';
import { idOf, isCallback, type Target } from './target.ts';

type Row = typeof acts.$inferSelect;
type Json = Readonly<Record<string, unknown>>;

export interface NewAct {
  person: { id: string; name: string };
  operation: OperationId;
  target: Target;
  /** The body as it will be forwarded. */
  body: Json;
  /** `Idempotency-Key`, where the page sent one. */
  key: string | undefined;
  /** The act whose call the person was told of: they want another. */
  confirmed: number | undefined;
}

export interface Ending {
  state: 'done' | 'failed' | 'unknown';
  status: number;
  /** The whole answer, for whoever sends the key again. */
  answer: string;
  message: string | null;
  before?: Json | null;
  after?: Json | null;
  target?: Target;
}

/** Either the row of a new act, or the first answer to this key. */
type Begun = { id: number } | { replay: { status: number; answer: string } };

export type ActRecord = ReturnType<typeof createRecord>;

/** Minutes in which a second call to the same number is somebody's mistake, unless they say otherwise. */
const repeatMinutes = 10;
const mayHaveBeenMade = ['pending', 'done', 'unknown'] as const;

/** The one table of acts: a row is committed before anything is forwarded, and finished once, never rewritten. */
export function createRecord(db: Db, secret: string) {
  const hash = (...parts: string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');

  /** Throws the refusals that keep anything from being done twice. */
  async function begin({ person, operation, target, body, key, confirmed }: NewAct): Promise<Begun> {
    const contact = isCallback(operation) ? hash(...contactOf(body)) : null;
    const fingerprint = hash(operation, JSON.stringify([target.callId, target.subject, body]));
    return db.transaction(async (tx) => {
      // Two tabs, two people: the second waits here until the first one's row can be seen.
      if (contact) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${contact}, 0))`);
      const [row] = await tx
        .insert(acts)
        .values({
          personId: person.id,
          personName: person.name,
          operation,
          ...target,
          state: 'pending',
          request: mask(body),
          confirmed: confirmed !== undefined,
          key: key ?? null,
          fingerprint,
          contact,
        })
        .onConflictDoNothing({ target: [acts.personId, acts.key] })
        .returning({ id: acts.id });
      if (!row) return replayOf(await firstOf(tx, person.id, key ?? ''), fingerprint);
      if (contact) await refuseRepeat(tx, contact, { id: row.id, confirmed });
      return row;
    });
  }

  /** Resolves when it is committed. What was finished meanwhile (as `unknown`, by time) stays as it is. */
  function finish(id: number, { target, before, after, ...ending }: Ending): Promise<void> {
    return settle(db, eq(acts.id, id), {
      ...ending,
      ...target,
      message: ending.message && maskText(ending.message),
      before: before && mask(before),
      after: after && mask(after),
    });
  }

  return { begin, finish };
}

async function firstOf(tx: Db, personId: string, key: string): Promise<Row> {
  const [first] = await tx
    .select()
    .from(acts)
    .where(and(eq(acts.personId, personId), eq(acts.key, key)));
  if (!first) throw new Error('The row that a key collided with is gone.');
  return first;
}

function replayOf({ fingerprint, state, status, answer }: Row, given: string): Begun {
  if (fingerprint !== given) {
    throw new Failure(422, 'This key was used for something else already. Send what is new with a new key.', {
      reason: 'key_reused',
      outcome: 'not_sent',
    });
  }
  if (status !== null && answer !== null && (state === 'done' || state === 'failed'))
    return { replay: { status, answer } };
  const words =
    state === 'pending'
      ? 'This was sent already and is under way. Look what became of it before you send it again.'
      : 'This was sent already, and nobody knows whether it was done. Look before you send it again.';
  throw new Failure(409, words, { reason: 'outcome_unknown', outcome: 'unknown' });
}

/** Refuses a second call, unless the newest of those before it is the one that the person was told of. */
async function refuseRepeat(
  tx: Db,
  contact: string,
  { id, confirmed = 0 }: { id: number; confirmed: number | undefined },
): Promise<void> {
  const [earlier] = await tx
    .select({
      act: acts.id,
      call_id: acts.callId,
      name: acts.personName,
      seconds: sql<number>`extract(epoch from now() - ${acts.at})::int`,
    })
    .from(acts)
    .where(
      and(
        eq(acts.contact, contact),
        ne(acts.id, id),
        gt(acts.id, confirmed),
        inArray(acts.state, [...mayHaveBeenMade]),
        gt(acts.at, sql`now() - make_interval(mins => ${repeatMinutes})`),
      ),
    )
    .orderBy(sql`${acts.id} desc`)
    .limit(1);
  if (!earlier) return;
  const { act, call_id, name, seconds } = earlier;
  const minutes = Math.round(seconds / 60);
  const when = minutes < 1 ? 'less than a minute ago' : `${minutes} minute${minutes === 1 ? '' : 's'} ago`;
  throw new Failure(409, `${name} asked for a call to this number on this widget ${when}. Call again anyway?`, {
    reason: 'call_repeated',
    earlier: { act, call_id },
    outcome: 'not_sent',
  });
}

/**
 * Finishes what is pending, one after the other: `seq` is then in the order of the commits, and whoever has read up
 * to one number has missed none.
 */
async function settle(db: Db, which: ReturnType<typeof and>, values: Partial<Row>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('callpage-console act seq'))`);
    await tx
      .update(acts)
      .set({ ...values, finishedAt: sql`now()`, seq: sql`nextval('act_seq')` })
      .where(and(eq(acts.state, 'pending'), which));
  });
}

/** Seconds after which no answer can come any more: longer than the gateway waits for one. */
const lostAfter = 90;

/**
 * Whoever forwarded what is still pending has died in between: nobody knows what became of it.
 * @param alone no other process works on this database, so that at a start everything pending is lost
 */
export function settleLost(db: Db, alone: boolean): Promise<void> {
  const old = lt(acts.at, sql`now() - make_interval(secs => ${lostAfter})`);
  return settle(db, alone ? sql`true` : old, {
    state: 'unknown',
    message: 'The console’s server ended before the answer came.',
  });
}

/** @param days for which acts are kept; 0 for ever */
export async function forgetOldActs(db: Db, days: number): Promise<void> {
  if (days === 0) return;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('console.retention', 'on', true)`);
    await tx
      .delete(acts)
      .where(and(ne(acts.state, 'pending'), lt(acts.at, sql`now() - make_interval(days => ${days})`)));
  });
}

/** What makes two calls the same. Anything that CallPage might read in another way than the console is refused. */
function contactOf({ id, tel }: Json): [string, string] {
  const widget = idOf(id);
  const digits = typeof tel === 'string' ? tel.replace(/\D/g, '').replace(/^00/, '') : '';
  if (widget !== null && digits !== '') return [String(widget), digits];
  const errors = {
    ...(widget === null && { id: ['Send a widget’s id.'] }),
    ...(!digits && { tel: ['Send a number.'] }),
  };
  throw new Failure(422, 'A call needs a widget and a number.', { errors, outcome: 'not_sent' });
}

/** What is done to the console's own people is in the same database: the act and its row are committed together. */
export async function recordOwnAct(
  tx: Db,
  person: { id: string | null; name: string },
  act: { operation: `people.${string}`; subject: string; request?: Json; before?: Json; after?: Json },
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('callpage-console act seq'))`);
  await tx.insert(acts).values({
    personId: person.id,
    personName: person.name,
    entity: 'people',
    operation: act.operation,
    subject: maskText(act.subject),
    state: 'done',
    status: 200,
    request: act.request ? mask(act.request) : null,
    before: act.before ? mask(act.before) : null,
    after: act.after ? mask(act.after) : null,
    finishedAt: sql`now()`,
    seq: sql`nextval('act_seq')`,
  });
}
