import { availabilityAt } from '#src/domain/business-hours/availability.ts';
import type { BusinessTime } from '#src/domain/business-hours/rule.ts';
import { type Switches, whyOff } from '#src/domain/business-hours/switches.ts';

/** A widget for which somebody takes calls. */
export interface Place {
  /** What the widget is called. */
  name: string;
  /** Whether they are switched on for it, a change on its way included. */
  enabled: boolean;
  /** undefined: could not be read */
  hours: readonly BusinessTime[] | undefined;
}

/** Whether somebody is called, over all their widgets. */
export type Called =
  | { kind: 'now'; names: string[]; all: boolean }
  /** `when` is `tomorrow at 09:00, Warsaw time`; `names` are the widgets whose hours begin then, `all` of theirs or not. */
  | { kind: 'next'; when: string; names: string[]; all: boolean }
  /** Switched off for every widget. */
  | { kind: 'off' }
  /** Switched on, and in none of the hours there are. */
  | { kind: 'never' }
  /** By the hours that could be read not called now; `names` are the widgets whose hours could not. */
  | { kind: 'unknown'; names: string[] };

/**
 * Sums up, at the instant (epoch milliseconds), what the hours, zones and switches of somebody's widgets come to.
 * @param readerZone the zone of their own clock
 */
export function calledAcross(places: readonly Place[], now: number, readerZone: string): Called {
  const named = (some: readonly { name: string }[]) => ({
    names: some.map(({ name }) => name),
    all: some.length === places.length,
  });
  const on = places.filter(({ enabled }) => enabled);
  if (on.length === 0) return { kind: 'off' };
  const read = on.flatMap(({ name, hours }) =>
    hours ? [{ name, ...availabilityAt(hours, { enabled: true, userEnabled: true }, now, readerZone) }] : [],
  );
  const open = read.filter((place) => place.open);
  if (open.length > 0) return { kind: 'now', ...named(open) };
  const unread = on.filter(({ hours }) => !hours);
  if (unread.length > 0) return { kind: 'unknown', names: named(unread).names };
  const at = Math.min(...read.map(({ next }) => next ?? Infinity));
  const first = read.filter(({ next }) => next === at);
  const when = first[0]?.nextInWords;
  return when ? { kind: 'next', when, ...named(first) } : { kind: 'never' };
}

/** What stands under the switch of one widget: whether its calls come now, or when they come next. */
export function calledInWords(
  { hours, ...switches }: Switches & { hours: readonly BusinessTime[] },
  now: number,
  readerZone: string,
) {
  const { open, next, nextInWords } = availabilityAt(hours, switches, now, readerZone);
  return { open, text: open ? 'Called now' : notCalled(whyOff(switches), nextInWords, next !== null) };
}

function notCalled(off: string | null, next: string | null, hasHours: boolean): string {
  if (off === null) return next ? `Next called ${next}` : 'Never called: there are no hours to call in';
  const why = `${off.charAt(0).toUpperCase()}${off.slice(1)}`;
  if (next) return `${why}. Once on, next called ${next}`;
  return hasHours ? `${why}. Once on, called at once` : `${why}, and there are no hours to call in`;
}
