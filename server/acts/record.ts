import { createHmac } from 'node:crypto';
import { and, eq, lt, ne, sql } from 'drizzle-orm';
import { createDoNotCall } from '#server/calls/do-not-call.ts';
import { type DialledNumber, readDialled } from '#server/calls/number.ts';
import { createRefusals, questionOf } from '#server/calls/refusals.ts';
import type { Db } from '#server/db/open.ts';
import { unhurried } from '#server/db/patience.ts';
import { acts } from '#server/db/schema.ts';
import { Failure } from '#server/gateway/failure.ts';
import type { OperationId, OwnOperation } from '#src/api/wire/operations.ts';
import { mask, maskText } from './mask.ts';
import { entityOf, idOf, isCallback, type Target } from './target.ts';

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
  /** The question, by its act, that the person has said yes to. */
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

/**
 * The one table of acts: a row is committed before anything is forwarded, and finished once, never rewritten.
 * @param callsPerDay that one person may ask for; 0 for any number
 */
export function createRecord(db: Db, secret: string, callsPerDay: number) {
  const hash = (...parts: string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');

  const refusalOf = createRefusals(createDoNotCall(secret), callsPerDay);

  /** Throws what keeps anything from being done twice, and a call from being made at all; what refuses a call is recorded. */
  async function begin({ person, operation, target, body, key, confirmed }: NewAct): Promise<Begun> {
    const call = isCallback(operation) ? callOf(body) : null;
    const fingerprint = hash(operation, JSON.stringify([target.callId, target.subject, body]));
    const begun = await db.transaction(async (tx) => {
      const told = call && (await takeTurn(tx, call.contact, person.id, confirmed));
      const [row] = await tx
        .insert(acts)
        .values({
          personId: person.id,
          personName: person.name,
          operation,
          ...target,
          state: 'pending',
          request: mask(body),
          confirmed: Boolean(told),
          reason: told?.reason ?? null,
          key: key ?? null,
          fingerprint,
          contact: call?.contact ?? null,
        })
        .onConflictDoNothing({ target: [acts.personId, acts.key] })
        .returning({ id: acts.id });
      if (!row) return replayOf(await firstOf(tx, person.id, key ?? ''), fingerprint);
      const refusal = call && (await refusalOf(tx, { ...call, id: row.id, personId: person.id, told }));
      if (!refusal) return row;
      await tx.update(acts).set(refused(refusal)).where(eq(acts.id, row.id));
      return { refusal };
    });
    // Thrown only now: within the transaction it would take its record along.
    if ('refusal' in begun) throw begun.refusal;
    return begun;
  }

  /** What a call is about. Anything that CallPage might read in another way than the console is refused. */
  function callOf({ id, tel }: Json): { contact: string; number: DialledNumber } {
    const widget = idOf(id);
    const number = readDialled(tel);
    if (widget !== null && number !== null) return { contact: hash(String(widget), number.digits), number };
    const errors = {
      ...(widget === null && { id: ['Send a widget’s id.'] }),
      ...(number === null && { tel: ['Send a number.'] }),
    };
    throw new Failure(422, 'A call needs a widget and a number.', { errors, outcome: 'not_sent' });
  }

  /** Two tabs, two people: the second waits here until the first one's row can be seen. Gives what was said yes to. */
  async function takeTurn(tx: Db, contact: string, personId: string, confirmed: number | undefined) {
    for (const turn of [hash(personId), contact])
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
    return confirmed === undefined ? undefined : questionOf(tx, { id: confirmed, personId, contact });
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

/** Nobody is told of what was refused, so it needs no place among what was done. */
function refused({ statusCode: status, envelope, message, reason }: Failure) {
  const answer = JSON.stringify(envelope);
  return {
    state: 'failed',
    status,
    answer,
    message: maskText(message),
    reason: reason ?? null,
    finishedAt: sql`now()`,
  } as const;
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
  await unhurried(db, async (tx) => {
    await tx.execute(sql`select set_config('console.retention', 'on', true)`);
    await tx
      .delete(acts)
      .where(and(ne(acts.state, 'pending'), lt(acts.at, sql`now() - make_interval(days => ${days})`)));
  });
}

/** What is done to what is the console's own is in the same database: the act and its row are committed together. */
export async function recordOwnAct(
  tx: Db,
  person: { id: string | null; name: string },
  act: { operation: OwnOperation; subject: string; request?: Json; before?: Json; after?: Json },
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('callpage-console act seq'))`);
  await tx.insert(acts).values({
    personId: person.id,
    personName: person.name,
    entity: entityOf(act.operation),
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
