import type { Temporal } from 'temporal-polyfill';
import { minuteOfDay, weekday, zonedAt } from './clock.ts';
import { type BusinessTime, type Range, rangeOf, zoneOf } from './rule.ts';

/**
 * Whether any rule is open at the instant (epoch milliseconds): its zone's clock shows the rule's weekday and a time
 * within its range. So a local hour that the clocks repeat is open twice, and one that they skip never comes.
 * Rules of several people or zones are read together. Total: a rule that cannot be read, or whose zone is unknown,
 * is never open.
 */
export function isOpenAt(rules: readonly BusinessTime[], instant: number): boolean {
  return rangesByZone(rules).some(({ zone, ranges }) => {
    const local = zonedAt(instant, zone);
    return local !== undefined && holds(ranges, local);
  });
}

/**
 * The first instant, at or after the given one, at which `isOpenAt` holds (epoch milliseconds); null where there is
 * none. It is the sandbox's first available timeslot.
 */
export function nextOpening(rules: readonly BusinessTime[], instant: number): number | null {
  const openings = rangesByZone(rules).map(({ zone, ranges }) => nextInZone(ranges, zone, instant));
  const first = Math.min(...openings);
  return Number.isFinite(first) ? first : null;
}

interface ZoneRanges {
  zone: string;
  ranges: Range[];
}

function rangesByZone(rules: readonly BusinessTime[]): ZoneRanges[] {
  const zones = new Map<string, Range[]>();
  for (const rule of rules) {
    const range = rangeOf(rule);
    if (range === null) continue;
    const zone = zoneOf(rule);
    const ranges = zones.get(zone);
    if (ranges === undefined) zones.set(zone, [range]);
    else ranges.push(range);
  }
  return [...zones].map(([zone, ranges]) => ({ zone, ranges }));
}

/** A weekly range that today has passed may fall into a gap of the clocks next week: the week after has it. */
const horizonDays = 14;

function nextInZone(ranges: Range[], zone: string, instant: number): number {
  const now = zonedAt(instant, zone);
  if (now === undefined) return Infinity;
  if (holds(ranges, now)) return instant;
  const today = now.toPlainDate();
  for (let days = 0; days <= horizonDays; days++) {
    const opening = firstOnDate(ranges, zone, today.add({ days }), instant);
    if (opening !== Infinity) return opening;
  }
  return Infinity;
}

/** Ranges open when the clock reaches their start, or when it jumps into them. */
function firstOnDate(ranges: Range[], zone: string, date: Temporal.PlainDate, after: number): number {
  const today = ranges.filter((range) => range.day === weekday(date));
  if (today.length === 0) return Infinity;
  const midnight = date.toZonedDateTime(zone);
  const jump = midnight.getTimeZoneTransition('next');
  const moments = [midnight, ...(jump === null ? [] : [jump]), ...today.flatMap((range) => starts(range, zone, date))];
  const openings = moments.filter(
    (moment) => moment.epochMilliseconds >= after && moment.toPlainDate().equals(date) && holds(today, moment),
  );
  return Math.min(...openings.map((moment) => moment.epochMilliseconds));
}

/** Both passes of a start that the clocks repeat. Around a skipped one lie two other times, which `holds` sorts out. */
function starts(range: Range, zone: string, date: Temporal.PlainDate): Temporal.ZonedDateTime[] {
  const start = date.toPlainDateTime({ hour: Math.floor(range.start / 60), minute: range.start % 60 });
  return [
    start.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    start.toZonedDateTime(zone, { disambiguation: 'later' }),
  ];
}

function holds(ranges: Range[], local: Temporal.ZonedDateTime): boolean {
  const day = weekday(local);
  const minute = minuteOfDay(local);
  return ranges.some((range) => range.day === day && range.start <= minute && minute < range.end);
}
