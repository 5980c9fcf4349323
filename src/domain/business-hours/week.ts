import { type BusinessTime, dayMinutes, defaultTimeZone, type Range, timesOf, wireMinutes, zoneOf } from './rule.ts';
import { formatTime, parseTime } from './typed-time.ts';

/** A range as a person types it. Where the end is before the start it is overnight and ends on the next day. */
export interface TypedRange {
  start: string;
  end: string;
  timeZone: string;
  /** Where in `Week.rules` it came from: one rule, two for an overnight range, none for a new one. */
  from: readonly number[];
}

export interface Day {
  on: boolean;
  /** Kept while the day is off, so that switching it on again brings them back. */
  ranges: readonly TypedRange[];
}

/** What the hours editor holds: plain data, so that a draft of it can be stored. */
export interface Week {
  /** as the API gave them */
  rules: readonly BusinessTime[];
  /** Seven, Sunday first, as the API counts. */
  days: readonly Day[];
  /** The zone of all ranges; null while they are in several and each keeps its own. */
  timeZone: string | null;
}

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
/** Days in the order in which people read a week. */
export const mondayFirst = [1, 2, 3, 4, 5, 6, 0] as const;

/** The API's rules as a week to edit. Two rules that meet at midnight and are shorter than a day are one range. */
export function weekOf(rules: readonly BusinessTime[]): Week {
  const nights = findNights(rules);
  const tails = new Set(nights.values());
  const days = weekdays.map((_, day) => {
    const own = [...rules.keys()].filter((index) => rules[index]?.day_of_week === day && !tails.has(index));
    const on = own.some((index) => rules[index]?.enabled);
    const shown = own.filter((index) => {
      const rule = rules[index];
      return rule !== undefined && (on ? rule.enabled : timesOf(rule) !== null);
    });
    const ranges = shown.map((index) => readRange(rules, index, nights.get(index)));
    return { on, ranges: ranges.toSorted((a, b) => a.start.localeCompare(b.start)) };
  });
  return { rules, days, timeZone: commonZone(rules) };
}

export const blankRule: BusinessTime = {
  day_of_week: 0,
  enabled: true,
  start_time: null,
  end_time: null,
  timezone: '',
};

export interface Piece extends Range {
  timeZone: string;
}

/** The one or two ranges within a day that a typed one means; null where a time cannot be read or both are the same. */
export function piecesOf(week: Week, day: number, typed: TypedRange): Piece[] | null {
  const start = parseTime(typed.start, 'start');
  const end = parseTime(typed.end, 'end');
  if (start === null || end === null || start === end) return null;
  const timeZone = week.timeZone ?? typed.timeZone;
  if (start < end) return [{ day, start, end, timeZone }];
  return [
    { day, start, end: dayMinutes, timeZone },
    { day: (day + 1) % 7, start: 0, end, timeZone },
  ];
}

/** Whether the range still reads as its rules do. */
export function isAsItCame(week: Week, day: number, range: TypedRange): boolean {
  const [first, last = first] = range.from;
  if (first === undefined || last === undefined) return false;
  const rule = week.rules[first];
  const came = readRange(week.rules, first, last);
  return (
    rule?.enabled === true &&
    rule.day_of_week === day &&
    range.start === came.start &&
    range.end === came.end &&
    (week.timeZone ?? range.timeZone) === came.timeZone
  );
}

/**
 * Whether the range is a rule that came with its end before its start. As a rule it never opens, though the same times
 * typed by a person mean a night.
 */
export function cameBackwards(week: Week, day: number, range: TypedRange): boolean {
  const rule = week.rules[range.from[0] ?? -1];
  return rule !== undefined && timesOf(rule) === null && isAsItCame(week, day, range);
}

function findNights(rules: readonly BusinessTime[]): Map<number, number> {
  const nights = new Map<number, number>();
  const tails = new Set<number>();
  for (const [index, evening] of rules.entries()) {
    const tail = rules.findIndex((morning, other) => !tails.has(other) && isNight(evening, morning));
    if (tail < 0) continue;
    nights.set(index, tail);
    tails.add(tail);
  }
  return nights;
}

/** Shorter than a day, so that a person can type it as one range and a week without a break stays seven days. */
function isNight(evening: BusinessTime, morning: BusinessTime): boolean {
  if (!evening.enabled || !morning.enabled || zoneOf(evening) !== zoneOf(morning)) return false;
  const first = timesOf(evening);
  const second = timesOf(morning);
  if (first === null || second === null) return false;
  if (weekdays[first.day] === undefined || second.day !== (first.day + 1) % 7) return false;
  return first.end === dayMinutes && second.start === 0 && second.end < first.start;
}

/** Times that cannot be read are shown as they are. */
function readRange(rules: readonly BusinessTime[], index: number, tail = index): TypedRange {
  const first = rules[index] ?? blankRule;
  const last = rules[tail] ?? blankRule;
  return {
    start: readTime(first.start_time, Math.floor),
    end: readTime(last.end_time, Math.ceil),
    timeZone: zoneOf(first),
    from: tail === index ? [index] : [index, tail],
  };
}

function readTime(text: string | null, round: (minutes: number) => number): string {
  const minutes = wireMinutes(text);
  return minutes === null ? (text ?? '') : formatTime(round(minutes));
}

/** The zone that all enabled rules share (all rules, where none is enabled); null where there are several. */
export function commonZone(rules: readonly BusinessTime[]): string | null {
  const enabled = rules.filter((rule) => rule.enabled);
  const zones = new Set((enabled.length > 0 ? enabled : rules).map(zoneOf));
  const [zone = defaultTimeZone] = zones;
  return zones.size > 1 ? null : zone;
}

/** The zone of a new range: the week's, or while there are several, that of the first range. */
export function zoneForNew(week: Week): string {
  return week.timeZone ?? week.days.flatMap((day) => day.ranges)[0]?.timeZone ?? defaultTimeZone;
}
