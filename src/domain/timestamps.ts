import { offsetAt } from './time-zones.ts';

/**
 * The API's `YYYY-MM-DD HH:MM:SS` as epoch milliseconds, null for anything else. The text carries no zone: it is read
 * as UTC unless the API is known to write another zone's local time (`API_TIME_ZONE`). Of a local time that comes twice
 * the first is taken; one that the clocks skip is read by the offset before the gap.
 */
export function parseTimestamp(text: string | null | undefined, timeZone = 'UTC'): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text ?? '');
  if (match === null) return null;
  const asUtc = Date.parse(`${match[1]}T${match[2]}Z`);
  const isRealDay = !Number.isNaN(asUtc) && new Date(asUtc).toISOString().startsWith(`${match[1]}`);
  if (!isRealDay) return null;
  return timeZone === 'UTC' ? asUtc : fromLocal(asUtc, timeZone);
}

/** Offsets a day before and after are those on both sides of a clock change nearby. */
function fromLocal(asUtc: number, timeZone: string): number {
  const day = 86_400_000;
  const [before, after] = [asUtc - day, asUtc + day].map((near) => asUtc - offsetAt(timeZone, near) * 60_000);
  const isBefore = before !== undefined && before + offsetAt(timeZone, before) * 60_000 === asUtc;
  const isAfter = after !== undefined && after + offsetAt(timeZone, after) * 60_000 === asUtc;
  return (isAfter && !isBefore ? after : before) ?? asUtc;
}
