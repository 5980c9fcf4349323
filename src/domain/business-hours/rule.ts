/** One rule of the API's `business_times`: a weekday, a range of local time and the zone it is meant in. */
export interface BusinessTime {
  /** 0 = Sunday … 6 = Saturday */
  day_of_week: number;
  enabled: boolean;
  /** `HH:MM` or `HH:MM:SS`, up to `24:00` as an end; null on a day that is not enabled */
  start_time: string | null;
  end_time: string | null;
  /** IANA zone; empty means `defaultTimeZone` */
  timezone: string;
}

/** Local minutes since midnight, half-open `[start, end)`, within one day: `0 <= start < end <= 1440`. */
export interface Range {
  day: number;
  start: number;
  end: number;
}

export const dayMinutes = 1440;
export const defaultTimeZone = 'Europe/Warsaw';

/** What the API sets where the hours are left out: Monday to Friday, 09:00 to 17:00, Warsaw time. */
export const defaultHours: readonly BusinessTime[] = [1, 2, 3, 4, 5].map((day) => ({
  day_of_week: day,
  enabled: true,
  start_time: '09:00',
  end_time: '17:00',
  timezone: defaultTimeZone,
}));

/** The rule's range; null where it is off, its times cannot be read, or it ends before it starts: never open. */
export function rangeOf(rule: BusinessTime): Range | null {
  return rule.enabled ? timesOf(rule) : null;
}

/** The range of a rule whether it is on or off, rounded outwards to whole minutes: 23:59:59 ends the day. */
export function timesOf(rule: BusinessTime): Range | null {
  const start = wireMinutes(rule.start_time);
  const end = wireMinutes(rule.end_time);
  if (start === null || end === null) return null;
  const range = { day: rule.day_of_week, start: Math.floor(start), end: Math.ceil(end) };
  return range.start < range.end ? range : null;
}

export function zoneOf(rule: BusinessTime): string {
  return rule.timezone || defaultTimeZone;
}

/** Minutes since midnight (a fraction where there are seconds) of the API's `HH:MM` or `HH:MM:SS`; null otherwise. */
export function wireMinutes(text: string | null): number | null {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text ?? '');
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]) + Number(match[3] ?? 0) / 60;
  return minutes <= dayMinutes ? minutes : null;
}
