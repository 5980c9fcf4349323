import { addDays } from './days.ts';

export interface Days {
  /** `YYYY-MM-DD`, both included; empty for no end */
  from: string;
  to: string;
}

export const dayPresets = {
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'This week',
  month: 'Last month',
  '30d': 'Last 30 days',
} as const;
export type DayPreset = keyof typeof dayPresets;

export const isDayPreset = (name: string): name is DayPreset => Object.hasOwn(dayPresets, name);

/** The days of a preset. The week and the month are whole ones, so `to` may be a day that is still to come. */
export function daysOfPreset(preset: DayPreset, today: string, weekStart = firstWeekday()): Days {
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week': {
      const from = addDays(today, -((weekdayOf(today) - weekStart + 7) % 7));
      return { from, to: addDays(from, 6) };
    }
    case 'month': {
      const to = addDays(`${today.slice(0, 7)}-01`, -1);
      return { from: `${to.slice(0, 7)}-01`, to };
    }
    case '30d':
      return { from: addDays(today, -29), to: today };
  }
}

/** The preset that these days are; undefined for any others. */
export function presetOf({ from, to }: Days, today: string, weekStart = firstWeekday()): DayPreset | undefined {
  return Object.keys(dayPresets)
    .filter(isDayPreset)
    .find((preset) => {
      const days = daysOfPreset(preset, today, weekStart);
      return days.from === from && days.to === to;
    });
}

/** 1 for Monday to 7 for Sunday. */
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

interface TellingLocale extends Intl.Locale {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/**
 * The day on which a week begins in a locale (BCP 47; the runtime's own where none is given), 1 for Monday to 7 for
 * Sunday. Monday where the browser does not tell: some have it as a property, some not at all.
 */
export function firstWeekday(locale = Intl.DateTimeFormat().resolvedOptions().locale): number {
  const told: TellingLocale = new Intl.Locale(locale);
  return (told.getWeekInfo?.() ?? told.weekInfo)?.firstDay ?? 1;
}
