import type { StoredBusinessTime } from '#server/db/schema.ts';

const weekdays = [1, 2, 3, 4, 5];

/** Rules as the API reads them back. `from` and `to` are `HH:MM`. */
export function open(days: number[], from: string, to: string, timezone: string): StoredBusinessTime[] {
  return days.map((day_of_week) => ({
    day_of_week,
    enabled: true,
    start_time: `${from}:00`,
    end_time: `${to}:00`,
    timezone,
  }));
}

export function closed(days: number[], timezone: string): StoredBusinessTime[] {
  return days.map((day_of_week) => ({ day_of_week, enabled: false, start_time: null, end_time: null, timezone }));
}

/** Kinds of week that people work. */
export const weeks = {
  office: (zone: string) => [...open(weekdays, '09:00', '17:00', zone), ...closed([6, 0], zone)],
  early: (zone: string) => [...open(weekdays, '07:00', '15:00', zone), ...closed([6, 0], zone)],
  late: (zone: string) => [...open(weekdays, '12:00', '20:00', zone), ...open([6], '10:00', '14:00', zone)],
  lunchBreak: (zone: string) => [...open(weekdays, '08:30', '12:00', zone), ...open(weekdays, '13:00', '17:30', zone)],
  partTime: (zone: string) => [...open([1, 3, 5], '09:00', '13:00', zone), ...closed([2, 4, 6, 0], zone)],
  nights: (zone: string) => [
    ...open([1, 2, 3, 4], '22:00', '24:00', zone),
    ...open([2, 3, 4, 5], '00:00', '06:00', zone),
  ],
  always: (zone: string) => open([0, 1, 2, 3, 4, 5, 6], '00:00', '24:00', zone),
};
