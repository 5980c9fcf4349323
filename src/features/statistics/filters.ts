import * as z from 'zod/mini';
import type { CallHistoryInput } from '#src/api/wire/calls.ts';
import { type Days, dayPresets, daysOfPreset, isDayPreset } from '#src/lib/day-presets.ts';
import { addDays, isDay, secondsOf } from '#src/lib/days.ts';

const day = z.catch(z.string().check(z.refine(isDay)), '');

/** What the page's URL holds. */
export const StatisticsFilters = z.object({
  /** A preset, or days back from today, today included; empty for 30, `custom` for the two days below. */
  range: z.catch(z.enum(['', 'today', 'yesterday', 'week', 'month', '7d', '90d', '365d', 'custom']), ''),
  from: day,
  to: day,
  /** A widget's id; 0 for all. */
  widget: z.catch(z.coerce.number().check(z.int(), z.nonnegative()), 0),
  /** Which managers of the widget are counted, as they were typed. */
  limit: z.catch(z.string(), ''),
  offset: z.catch(z.string(), ''),
});
export type StatisticsFilters = z.output<typeof StatisticsFilters>;

const { '30d': byDefault, ...otherPresets } = dayPresets;
export const rangeOptions: Readonly<Record<StatisticsFilters['range'], string>> = {
  ...otherPresets,
  '7d': 'Last 7 days',
  '': byDefault,
  '90d': 'Last 90 days',
  '365d': 'Last 365 days',
  custom: 'Between two days',
};

/** The days that are asked for; `today` is the reader's own. A day that is left open is 30 days from the other. */
export function daysOf({ range, from, to }: StatisticsFilters, today: string): Days {
  if (isDayPreset(range)) {
    const days = daysOfPreset(range, today);
    // No call is of a day that is still to come.
    return { from: days.from, to: earlier(days.to, today) };
  }
  if (range !== 'custom') return { from: addDays(today, 1 - Number.parseInt(range || '30', 10)), to: today };
  const last = to || (from ? later(from, today) : today);
  return { from: from || addDays(last, -29), to: last };
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

const mostDays = 731;

/** Why these days cannot be counted, in a sentence; undefined where they can. */
export function problemOf({ from, to }: Days): string | undefined {
  if (from > to) return 'The first day is after the last one.';
  return addDays(from, mostDays) <= to ? 'Choose two years at most: every call in them is read.' : undefined;
}

export function callQueryOf({ widget }: StatisticsFilters, { from, to }: Days): CallHistoryInput {
  return { ...secondsOf(from, to), ...(widget !== 0 && { widget_ids: [widget] }) };
}
