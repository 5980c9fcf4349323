import { Temporal } from 'temporal-polyfill';

/** Where JavaScript's dates end, less room to look ahead. */
const lastInstant = 8.64e15 - 30 * 86_400_000;

/** What the zone's clock shows at the instant (epoch milliseconds); undefined for an unknown zone or no instant. */
export function zonedAt(instant: number, zone: string): Temporal.ZonedDateTime | undefined {
  if (!(Math.abs(instant) < lastInstant)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(zone);
  } catch {
    return undefined;
  }
}

/** Temporal counts Monday to Sunday as 1 to 7, the API Sunday to Saturday as 0 to 6. */
export function weekday(date: { dayOfWeek: number }): number {
  return date.dayOfWeek % 7;
}

export function minuteOfDay(local: { hour: number; minute: number }): number {
  return local.hour * 60 + local.minute;
}
