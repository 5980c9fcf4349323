import type { FastifyRequest } from 'fastify';
import { afterOf, readBefore } from '#server/acts/before.ts';
import type { ActRecord, Ending, NewAct } from '#server/acts/record.ts';
import { idOf, isCallback, type Target, targetOf, withCreated } from '#server/acts/target.ts';
import { withE164 } from '#server/calls/number.ts';
import { apart, later, patience } from '#server/db/patience.ts';
import { Success } from '#src/api/wire/envelope.ts';
import { isRecord } from '#src/api/wire/primitives.ts';
import { Failure } from './failure.ts';
import type { Operation } from './operations.ts';
import type { Upstream, UpstreamAnswer } from './upstream.ts';

export interface Change {
  person: { id: string; name: string };
  operation: Operation;
  /** Path of the request; a change has no query. */
  path: string;
  body: Readonly<Record<string, unknown>>;
  request: FastifyRequest;
}

export interface ChangeAnswer extends Pick<UpstreamAnswer, 'status' | 'body' | 'retryAfter'> {
  /** The first answer to this key: nothing was sent now. */
  replayed: boolean;
}

/**
 * Makes the one way in which anything is changed: a row is committed, the change is forwarded once, the row is
 * finished, and only then the browser is answered. Whatever is killed in between leaves a row that is `pending`.
 * @param told is called when the row is finished
 */
export function createChanges(record: ActRecord, upstream: Upstream, told: () => void) {
  return async ({ person, operation, path, body: given, request }: Change): Promise<ChangeAnswer> => {
    const body = isCallback(operation.id) ? withE164(given) : given;
    const target = targetOf(operation.id, body, path);
    const { key, confirmed } = readHeaders(request);
    const act = { person, operation: operation.id, target, body, key, confirmed };
    const begun = await record.begin(act).catch(notSent);
    if ('replay' in begun) {
      const { status, answer } = begun.replay;
      return { status, body: answer, retryAfter: undefined, replayed: true };
    }
    const before = await readBefore(upstream, operation.id, target, body);
    const finish = (ending: Ending) => {
      const work = () => apart(() => record.finish(begun.id, { before, ...ending }).then(told), patience.ending);
      return work().catch((cause: unknown) => {
        // What is known goes into the trail once the database is back; the browser is told that it is not known.
        later(work);
        return lost(cause);
      });
    };
    try {
      const answer = await upstream(operation, {
        target: path,
        headers: request.headers,
        body: JSON.stringify(body),
      });
      const envelope: unknown = JSON.parse(answer.body);
      const made = withCreated(operation.id, target, envelope);
      const ending = endingOf(answer, envelope);
      if (ending.state === 'done' && !isAnswer(envelope, operation, made)) throw notAnAnswer();
      const after = ending.state === 'done' ? afterOf(operation.id, body) : null;
      await finish({ ...ending, after, target: made });
      return { ...answer, replayed: false };
    } catch (error) {
      if (!(error instanceof Failure) || error instanceof Lost) throw error;
      const state = error.outcome === 'not_sent' ? 'failed' : 'unknown';
      await finish({
        state,
        status: error.statusCode,
        answer: JSON.stringify(error.envelope),
        message: error.message,
      });
      throw error;
    }
  };
}

/** Where nothing can be recorded, nothing is sent. */
function notSent(cause: unknown): never {
  if (cause instanceof Failure) throw cause;
  const message = 'The console could not record this, so nothing was sent. Try again in a moment.';
  throw new Failure(503, message, { outcome: 'not_sent', retryAfter: 2, cause });
}

/** HTTP 200 may carry a failure, and behind a 5xx anything may have happened. */
function endingOf({ status, body }: UpstreamAnswer, envelope: unknown): Ending {
  const failed = status >= 400 || (isRecord(envelope) && envelope.hasError === true);
  const state = status >= 500 ? 'unknown' : failed ? 'failed' : 'done';
  const message = failed && isRecord(envelope) && typeof envelope.message === 'string' ? envelope.message : null;
  return { state, status, answer: body, message };
}

/** CallPage's envelope; and a call that was made has an id. */
function isAnswer(envelope: unknown, { id }: Operation, { callId }: Target): boolean {
  const isEnvelope = isRecord(envelope) && ('hasError' in envelope || 'data' in envelope);
  return isEnvelope && Success.safeParse(envelope).success && (!isCallback(id) || callId !== null);
}

function notAnAnswer(): Failure {
  const message =
    'The answer could not be read. The change may or may not have been made: look before you send it again.';
  return new Failure(502, message, { outcome: 'unknown' });
}

/** The row stays pending for now: the browser is told that nobody knows. */
class Lost extends Failure {}

function lost(cause: unknown): never {
  const message = 'This was sent, but the console could not record the answer: look before you send it again.';
  throw new Lost(503, message, { outcome: 'unknown', cause });
}

function readHeaders({ headers }: FastifyRequest): Pick<NewAct, 'key' | 'confirmed'> {
  const key = headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key))) {
    throw new Failure(400, 'An Idempotency-Key is 8 to 64 letters, digits, _ or -.', { outcome: 'not_sent' });
  }
  const confirmed = headers['x-callpage-confirmed'];
  if (confirmed === undefined) return { key, confirmed };
  const question = idOf(confirmed);
  if (question === null) {
    const message = 'X-CallPage-Confirmed is the number of the question that was asked.';
    throw new Failure(422, message, { outcome: 'not_sent' });
  }
  return { key, confirmed: question };
}
