import { dayMinutes } from './rule.ts';
import { formatTime, parseTime } from './typed-time.ts';
import { type Day, mondayFirst, type TypedRange, type Week, zoneForNew } from './week.ts';

/** Switched on, a day has its ranges back, or a first one where it never had any. */
export function switchDay(week: Week, day: number, on: boolean): Week {
  return withDay(week, day, ({ ranges }) => ({
    on,
    ranges: on && ranges.length === 0 ? [suggestRange(week, ranges)] : ranges,
  }));
}

/** One more range, later than the others where there is room, else left for the person to type. */
export function addRange(week: Week, day: number): Week {
  return withDay(week, day, ({ ranges }) => ({ on: true, ranges: [...ranges, suggestRange(week, ranges)] }));
}

/** A day without ranges is off. */
export function removeRange(week: Week, day: number, index: number): Week {
  return withDay(week, day, ({ on, ranges }) => {
    const left = ranges.filter((_, other) => other !== index);
    return { on: on && left.length > 0, ranges: left };
  });
}

/** Takes what was typed, readable or not. */
export function editRange(week: Week, day: number, index: number, change: Partial<TypedRange>): Week {
  return withRange(week, day, index, (range) => ({ ...range, ...change }));
}

/** Writes a range's readable times in their proper form (`5pm` as `17:00`), for when the person leaves the field. */
export function tidyRange(week: Week, day: number, index: number): Week {
  return withRange(week, day, index, (range) => ({
    ...range,
    start: tidy(range.start, 'start'),
    end: tidy(range.end, 'end'),
  }));
}

/** One zone for every range; it takes the place of the several that rules may have come in. */
export function setTimeZone(week: Week, timeZone: string): Week {
  return { ...week, timeZone };
}

/** Gives the days the ranges of another, or switches them off like it. */
export function copyDay(week: Week, from: number, to: readonly number[]): Week {
  const source = week.days[from];
  if (source === undefined) return week;
  const copy = source.ranges.map((range) => ({ ...range, from: [] }));
  return withDays(week, (day, number) => {
    if (number === from || !to.includes(number)) return day;
    return source.on ? { on: true, ranges: copy } : { ...day, on: false };
  });
}

export interface Preset {
  name: string;
  days: readonly number[];
  ranges: readonly { start: string; end: string }[];
}

const working = [1, 2, 3, 4, 5];

export const presets: readonly Preset[] = [
  { name: 'Mon–Fri 09:00–17:00', days: working, ranges: [{ start: '09:00', end: '17:00' }] },
  { name: 'Mon–Fri 08:00–16:00', days: working, ranges: [{ start: '08:00', end: '16:00' }] },
  {
    name: 'Mon–Fri with a lunch break',
    days: working,
    ranges: [
      { start: '09:00', end: '12:00' },
      { start: '13:00', end: '17:00' },
    ],
  },
  { name: 'Every day 09:00–21:00', days: mondayFirst, ranges: [{ start: '09:00', end: '21:00' }] },
  { name: 'Around the clock', days: mondayFirst, ranges: [{ start: '00:00', end: '24:00' }] },
  { name: 'Never', days: [], ranges: [] },
];

/**
 * Days outside the preset go off and keep their ranges, in case they are switched on again. Every range that is left is
 * in one zone.
 */
export function applyPreset(week: Week, preset: Preset): Week {
  const timeZone = zoneForNew(week);
  const ranges = preset.ranges.map((range) => ({ ...range, timeZone, from: [] }));
  return withDays({ ...week, timeZone }, (day, number) =>
    preset.days.includes(number) ? { on: true, ranges } : { ...day, on: false },
  );
}

function suggestRange(week: Week, ranges: readonly TypedRange[]): TypedRange {
  const ends = ranges.map((range) => (isOvernight(range) ? dayMinutes : (parseTime(range.end, 'end') ?? dayMinutes)));
  const start = ranges.length === 0 ? 9 * 60 : Math.max(...ends) + 60;
  const times =
    start < dayMinutes
      ? { start: formatTime(start), end: formatTime(Math.min(Math.max(start + 60, 17 * 60), dayMinutes)) }
      : { start: '', end: '' };
  return { ...times, timeZone: zoneForNew(week), from: [] };
}

/** Whether a typed range ends on the next day. */
export function isOvernight(range: Pick<TypedRange, 'start' | 'end'>): boolean {
  const start = parseTime(range.start, 'start');
  const end = parseTime(range.end, 'end');
  return start !== null && end !== null && end < start;
}

function tidy(text: string, as: 'start' | 'end'): string {
  const minutes = parseTime(text, as);
  return minutes === null ? text : formatTime(minutes);
}

function withDays(week: Week, change: (day: Day, number: number) => Day): Week {
  return { ...week, days: week.days.map(change) };
}

function withDay(week: Week, day: number, change: (day: Day) => Day): Week {
  return withDays(week, (other, number) => (number === day ? change(other) : other));
}

function withRange(week: Week, day: number, index: number, change: (range: TypedRange) => TypedRange): Week {
  return withDay(week, day, ({ on, ranges }) => ({
    on,
    ranges: ranges.map((range, other) => (other === index ? change(range) : range)),
  }));
}
