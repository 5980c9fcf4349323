import { offsetAt } from './time-zones.ts';

/**
 * A time of the API as epoch milliseconds, null for what is none. `YYYY-MM-DD HH:MM:SS` carries no zone: it is read as UTC
 * unless the API is known to write another zone's local time (`API_TIME_ZONE`). Of a local time that comes twice the first
 * is taken; one that the clocks skip is read by the offset before the gap. ISO 8601 (fractions, `Z` or an offset, which
 * then counts) and Unix seconds or milliseconds as text are read too.
 */
export function parseTimestamp(text: string | null | undefined, timeZone = 'UTC'): number | null {
  const written = text?.trim() ?? '';
  if (/^\d{9,15}(\.\d+)?$/.test(written)) return unix(Number(written));
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:[.,](\d+))?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(written);
  if (match === null) return null;
  const [, day = '', time = '', fraction = '', zone] = match;
  const asUtc = Date.parse(`${day}T${time}Z`);
  const isRealDay = !Number.isNaN(asUtc) && new Date(asUtc).toISOString().startsWith(day);
  if (!isRealDay) return null;
  const instant = asUtc + Math.trunc(Number(`0.${fraction || 0}`) * 1000);
  if (zone !== undefined) return instant - offsetOf(zone);
  return timeZone === 'UTC' ? instant : fromLocal(instant, timeZone);
}

/** Seconds up to the year 5138, milliseconds beyond. */
const unix = (value: number): number => Math.trunc(value < 100_000_000_000 ? value * 1000 : value);

/** Milliseconds of `+02:00`, `+0200` or `Z`. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -offset : offset;
}

/** Offsets a day before and after are those on both sides of a clock change nearby. */
function fromLocal(asUtc: number, timeZone: string): number {
  const day = 86_400_000;
  const [before, after] = [asUtc - day, asUtc + day].map((near) => asUtc - offsetAt(timeZone, near) * 60_000);
  const isBefore = before !== undefined && before + offsetAt(timeZone, before) * 60_000 === asUtc;
  const isAfter = after !== undefined && after + offsetAt(timeZone, after) * 60_000 === asUtc;
  return (isAfter && !isBefore ? after : before) ?? asUtc;
}
