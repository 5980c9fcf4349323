import { cityOf } from '#src/domain/time-zones.ts';
import { minuteOfDay, weekday, zonedAt } from './clock.ts';
import { isOpenAt } from './open.ts';
import { type BusinessTime, type Range, rangeOf, zoneOf } from './rule.ts';
import { formatTime } from './typed-time.ts';
import { weekdays } from './week.ts';

/** Why nobody is called at the instant (epoch milliseconds), in one sentence; null while the hours are open. */
export function whyClosed(rules: readonly BusinessTime[], instant: number): string | null {
  if (isOpenAt(rules, instant)) return null;
  if (!rules.some((rule) => rule.enabled)) return 'No day is switched on.';
  const readable = rules.filter((rule) => rangeOf(rule) !== null);
  if (readable.length === 0) return 'No range can be read: each needs a start and a later end.';
  const zones = [...new Set(readable.map(zoneOf))];
  const zone = zones.find((name) => zonedAt(instant, name) !== undefined);
  if (zone === undefined) return `The time zone ${zones.join(', ')} is not known. Choose another.`;
  if (zones.length > 1) return 'None of the ranges, which are in several time zones, is running.';
  return whyInZone(
    readable.flatMap((rule) => rangeOf(rule) ?? []),
    zone,
    instant,
  );
}

function whyInZone(ranges: readonly Range[], zone: string, instant: number): string {
  const local = zonedAt(instant, zone);
  if (local === undefined) return 'This moment is out of reach.';
  const day = weekday(local);
  const minute = minuteOfDay(local);
  const now = `It is ${formatTime(minute)} on ${weekdays[day]} in ${cityOf(zone)}`;
  const today = ranges.filter((range) => range.day === day);
  if (today.length === 0) return `${now}, a day without hours.`;
  const next = Math.min(...today.map((range) => range.start).filter((start) => start > minute));
  if (Number.isFinite(next)) return `${now}; hours start at ${formatTime(next)}.`;
  return `${now}; hours ended at ${formatTime(Math.max(...today.map((range) => range.end)))}.`;
}
