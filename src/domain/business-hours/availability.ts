import { momentInWords } from '#src/domain/moment-words.ts';
import { cityOf, offsetAt } from '#src/domain/time-zones.ts';
import { isOpenAt, nextOpening } from './open.ts';
import { type BusinessTime, zoneOf } from './rule.ts';
import type { Switches } from './switches.ts';
import { whyClosed } from './why-closed.ts';

export interface Availability {
  /** whether the person is called now */
  open: boolean;
  /** why not, in a sentence or two; null while the person is called */
  why: string | null;
  /** the first moment from now on at which the hours are open (epoch milliseconds); null where there is none */
  next: number | null;
  /** `tomorrow at 09:00, Warsaw time`; null while the hours are open and where there is no next time */
  nextInWords: string | null;
}

/**
 * Whether somebody with these hours is called at the instant (epoch milliseconds), why not, and when next.
 * @param readerZone of whoever reads it: where their clock shows another time then, that one is told too
 */
export function availabilityAt(
  rules: readonly BusinessTime[],
  { enabled, userEnabled }: Switches,
  instant: number,
  readerZone?: string,
): Availability {
  const closed = whyClosed(rules, instant);
  const next = nextOpening(rules, instant);
  const whys = [
    ...(userEnabled ? [] : ['Disabled as a user, so for every widget.']),
    ...(enabled ? [] : ['Disabled for this widget.']),
    ...(closed === null ? [] : [closed]),
  ];
  return {
    open: enabled && userEnabled && closed === null,
    why: whys.length > 0 ? whys.join(' ') : null,
    next,
    nextInWords: next === null || closed === null ? null : openingInWords(rules, next, instant, readerZone),
  };
}

/** By the clock of the zone whose hours open then. */
function openingInWords(rules: readonly BusinessTime[], opening: number, now: number, readerZone?: string): string {
  const rule = rules.find((one) => isOpenAt([one], opening));
  const zone = rule === undefined ? 'UTC' : zoneOf(rule);
  const theirs = momentInWords(opening, now, zone);
  const words = `${theirs}, ${cityOf(zone)} time`;
  if (readerZone === undefined || offsetAt(zone, opening) === offsetAt(readerZone, opening)) return words;
  const [day, time] = momentInWords(opening, now, readerZone).split(' at ');
  return `${words} (${theirs.startsWith(`${day} `) ? time : `${day} at ${time}`} for you)`;
}
