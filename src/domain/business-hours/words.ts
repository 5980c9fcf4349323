import { cityOf } from '#src/domain/time-zones.ts';
import type { BusinessTime } from './rule.ts';
import {
  cameBackwards,
  commonZone,
  mondayFirst,
  piecesOf,
  type TypedRange,
  type Week,
  weekdays,
  weekOf,
} from './week.ts';

/**
 * The hours in one line: `Mon–Fri 09:00–17:00; Sat 10:00–14:00`, nights as one range, `Every day, all day`. The zone
 * is named where there are several. Rules that cannot be read, and so never open, are left out; `No hours` is left.
 */
export function hoursInWords(rules: readonly BusinessTime[]): string {
  const week = weekOf(rules);
  const groups = new Map<string, number[]>();
  for (const day of mondayFirst) {
    const text = dayInWords(week, day);
    if (text !== '') groups.set(text, [...(groups.get(text) ?? []), day]);
  }
  const parts = [...groups].map(([text, days]) => `${daysInWords(days)} ${text}`);
  return parts.length === 0 ? 'No hours' : parts.join('; ');
}

/** The same with the zone that all share: `Mon–Fri 09:00–17:00, Warsaw time`. */
export function hoursAndZoneInWords(rules: readonly BusinessTime[]): string {
  const zone = commonZone(rules);
  const words = hoursInWords(rules);
  return zone === null || words === 'No hours' ? words : `${words}, ${cityOf(zone)} time`;
}

/** `Mon–Fri`, `Mon, Wed`, `Every day`; takes days in the order of `mondayFirst`. */
function daysInWords(days: readonly number[]): string {
  if (days.length === 7) return 'Every day';
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === (day + 6) % 7) run.push(day);
    else runs.push([day]);
  }
  return runs.map(runInWords).join(', ');
}

function runInWords(run: readonly number[]): string {
  const names = run.map((day) => weekdays[day]?.slice(0, 3) ?? '');
  return names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(', ');
}

function dayInWords(week: Week, day: number): string {
  const { on, ranges } = week.days[day] ?? { on: false, ranges: [] };
  const readable = ranges.filter((range) => piecesOf(week, day, range) !== null && !cameBackwards(week, day, range));
  return on ? readable.map((range) => rangeInWords(week, range)).join(', ') : '';
}

function rangeInWords(week: Week, { start, end, timeZone }: TypedRange): string {
  const times = start === '00:00' && end === '24:00' ? 'all day' : `${start}–${end}`;
  return week.timeZone === null ? `${times} (${timeZone})` : times;
}
