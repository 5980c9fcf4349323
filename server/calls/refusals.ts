import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { acts } from '#server/db/schema.ts';
import { Failure } from '#server/gateway/failure.ts';
import type { DoNotCall } from './do-not-call.ts';
import type { DialledNumber } from './number.ts';

/** A call before it is forwarded. Its row is written and locked against others to the same number, or by the same person. */
export interface WantedCall {
  /** The act's id. */
  id: number;
  personId: string;
  number: DialledNumber;
  /** Widget and number, hashed. */
  contact: string;
  /** The question that this person has said yes to. */
  told: Question | null | undefined;
}

export interface Question {
  /** Of the act that was asked about. */
  id: number;
  reason: string;
}

/** What a person is asked about; everything else is refused whatever they say. */
const questions = ['call_repeated', 'call_costs'] as const;

/** Minutes in which a second call to the same number is somebody's mistake, unless they say otherwise; and in which they may say so. */
const repeatMinutes = 10;
const mayHaveBeenMade = ['pending', 'done', 'unknown'] as const;

/**
 * Makes what stands in the way of every call. It gives the refusal, or the question that the person has not said yes to.
 * The two questions are asked one after the other: whoever is asked about the cost has said yes to a second call.
 * @param perDay calls that one person may ask for in 24 hours; 0 for any number
 */
export function createRefusals(doNotCall: DoNotCall, perDay: number) {
  return async (tx: Db, call: WantedCall): Promise<Failure | undefined> =>
    (await listed(tx, doNotCall, call.number)) ??
    unfit(call.number) ??
    (perDay > 0 ? await tooMany(tx, call, perDay) : undefined) ??
    (await repeated(tx, call)) ??
    costly(call);
}

/** The question of this id, if it was put to this person, about this number on this widget, a moment ago. */
export async function questionOf(
  tx: Db,
  { id, personId, contact }: { id: number; personId: string; contact: string },
): Promise<Question | undefined> {
  const [asked] = await tx
    .select({ id: acts.id, reason: acts.reason })
    .from(acts)
    .where(
      and(
        eq(acts.id, id),
        eq(acts.personId, personId),
        eq(acts.contact, contact),
        eq(acts.state, 'failed'),
        inArray(acts.reason, [...questions]),
        gt(acts.at, sql`now() - make_interval(mins => ${repeatMinutes})`),
      ),
    );
  return asked?.reason ? { id: asked.id, reason: asked.reason } : undefined;
}

async function listed(tx: Db, doNotCall: DoNotCall, { digits, text }: DialledNumber): Promise<Failure | undefined> {
  const entry = await doNotCall.find(tx, digits);
  if (!entry) return undefined;
  const { reason, added_by, added_at } = entry;
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(added_at));
  return ofNumber(
    'do_not_call',
    `${text} is on the do-not-call list: ${reason.replace(/\.$/, '')}. ${added_by} added it on ${when}. An operator can take it off.`,
    'This number is on the do-not-call list.',
  );
}

function unfit({ kind, tel, text }: DialledNumber): Failure | undefined {
  if (kind === 'short') {
    const message = `${text} is an emergency number, or another one that is too short for a subscriber’s: those are never called from here.`;
    return ofNumber('short_number', message, 'Emergency and other short numbers are never called.');
  }
  if (tel === null) {
    const message = 'Send the number with a plus and its country code, such as +48600100200.';
    return ofNumber('no_country_code', message, message);
  }
  if (kind === 'impossible') {
    const message = `No number has these digits: ${text}. Check them.`;
    return ofNumber('no_number', message, message);
  }
  return undefined;
}

/** Calls of any widget in the last 24 hours, also those that are under way in another process. */
async function tooMany(tx: Db, { id, personId }: WantedCall, perDay: number): Promise<Failure | undefined> {
  const [first] = await tx
    .select({ seconds: sql<number>`ceil(86400 - extract(epoch from now() - ${acts.at}))::int` })
    .from(acts)
    .where(
      and(
        eq(acts.personId, personId),
        ne(acts.id, id),
        sql`${acts.contact} is not null`,
        inArray(acts.state, [...mayHaveBeenMade]),
        gt(acts.at, sql`now() - interval '24 hours'`),
      ),
    )
    .orderBy(desc(acts.at))
    .offset(perDay - 1)
    .limit(1);
  if (!first) return undefined;
  const most = perDay === 1 ? 'one call' : `${perDay} calls`;
  return new Failure(
    429,
    `You have asked for ${most} in the last 24 hours, and one person may ask for no more. You can call again in ${inWords(first.seconds)}.`,
    { reason: 'daily_limit', retryAfter: first.seconds, outcome: 'not_sent' },
  );
}

function inWords(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ');
}

/** A second call, unless the person was told of the newest of those before it. */
async function repeated(tx: Db, { id, contact, told }: WantedCall): Promise<Failure | undefined> {
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
        gt(acts.id, told?.id ?? 0),
        inArray(acts.state, [...mayHaveBeenMade]),
        gt(acts.at, sql`now() - make_interval(mins => ${repeatMinutes})`),
      ),
    )
    .orderBy(desc(acts.id))
    .limit(1);
  if (!earlier) return undefined;
  const { act, call_id, name, seconds } = earlier;
  const minutes = Math.round(seconds / 60);
  const when = minutes < 1 ? 'less than a minute ago' : `${minutes} minute${minutes === 1 ? '' : 's'} ago`;
  return question(
    id,
    'call_repeated',
    `${name} asked for a call to this number on this widget ${when}. Call again anyway?`,
    {
      act,
      call_id,
    },
  );
}

function costly({ id, number: { kind, text }, told }: WantedCall): Failure | undefined {
  if ((kind !== 'premium' && kind !== 'satellite') || told?.reason === 'call_costs') return undefined;
  const what = kind === 'premium' ? 'a premium-rate number' : 'the number of a satellite phone';
  return question(
    id,
    'call_costs',
    `${text} is ${what}: a call to it may cost many times what others cost. Call it anyway?`,
  );
}

function question(id: number, reason: (typeof questions)[number], message: string, earlier?: Failure['earlier']) {
  return new Failure(409, message, { reason, question: id, ...(earlier && { earlier }), outcome: 'not_sent' });
}

/** @param atField what stands beside the number in the form */
function ofNumber(reason: string, message: string, atField: string): Failure {
  return new Failure(422, message, { reason, errors: { tel: [atField] }, outcome: 'not_sent' });
}
