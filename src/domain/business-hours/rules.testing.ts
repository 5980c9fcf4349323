import type { BusinessTime } from './rule.ts';

/** A rule of Warsaw's clock unless told otherwise. */
export function rule(
  day_of_week: number,
  start_time: string,
  end_time: string,
  timezone = 'Europe/Warsaw',
): BusinessTime {
  return { day_of_week, enabled: true, start_time, end_time, timezone };
}

export function offRule(day_of_week: number): BusinessTime {
  return { day_of_week, enabled: false, start_time: null, end_time: null, timezone: 'Europe/Warsaw' };
}
