import { isOpenAt, nextOpening } from './business-hours/open.ts';
import type { BusinessTime } from './business-hours/rule.ts';
import { type Switches, whyOff } from './business-hours/switches.ts';
import { whyClosed } from './business-hours/why-closed.ts';

/** Somebody who may take a call: a manager of the widget. */
export interface CallTaker extends Switches {
  name: string;
  /** undefined: not told */
  hours: readonly BusinessTime[] | undefined;
}

/** What will come of a call that is asked for. */
export type Forecast =
  /** It is placed at once; `names` are available. */
  | { kind: 'now'; names: string[] }
  /** Nobody is available: it is placed at `at` (epoch milliseconds), when the hours of `names` begin. */
  | { kind: 'scheduled'; at: number; names: string[] }
  /** It is refused, for the reason given as a sentence. */
  | { kind: 'refused'; why: string }
  /** It hangs on the hours of `names`, which are not told. */
  | { kind: 'unknown'; names: string[] };

/**
 * What `widgets/call-or-schedule` does at the instant (epoch milliseconds) with those who may take the call: the first
 * available timeslot is the first moment at which the hours of anybody who is switched on are open.
 */
export function forecastCallOrSchedule(takers: readonly CallTaker[], now: number): Forecast {
  if (takers.length === 0) return { kind: 'refused', why: 'This widget has no managers, so nobody can take the call.' };
  const on = takers.filter((taker) => whyOff(taker) === null);
  if (on.length === 0) {
    const whys = [...new Set(takers.map(whyOff))].join(' or ');
    return { kind: 'refused', why: `${everyone(takers)} ${whys}, so nobody can take the call.` };
  }
  const available = namesOpenAt(on, now);
  if (available.length > 0) return { kind: 'now', names: available };
  const untold = on.filter(({ hours }) => hours === undefined);
  if (untold.length > 0) return { kind: 'unknown', names: untold.map(({ name }) => name) };
  const at = nextOpening(
    on.flatMap(({ hours = [] }) => hours),
    now,
  );
  if (at === null) return { kind: 'refused', why: `${everyone(on)} without hours, so there is no time to call at.` };
  return { kind: 'scheduled', at, names: namesOpenAt(on, at) };
}

/** What `widgets/call` does with one manager: now or not at all. */
export function forecastCallNow(taker: CallTaker, now: number): Forecast {
  const { name, hours } = taker;
  const off = whyOff(taker);
  if (off !== null) return { kind: 'refused', why: `${name} is ${off}.` };
  if (hours === undefined) return { kind: 'unknown', names: [name] };
  const why = whyClosed(hours, now);
  return why === null
    ? { kind: 'now', names: [name] }
    : { kind: 'refused', why: `${name} is not available now. ${why}` };
}

function namesOpenAt(takers: readonly CallTaker[], instant: number): string[] {
  return takers.filter(({ hours = [] }) => isOpenAt(hours, instant)).map(({ name }) => name);
}

function everyone(takers: readonly CallTaker[]): string {
  const [only, ...others] = takers;
  return only && others.length === 0 ? `${only.name} is` : `All ${takers.length} managers are`;
}
