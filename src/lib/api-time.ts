import { parseTimestamp } from '#src/domain/timestamps.ts';
import { formatDateTime } from './format.ts';

/** IANA; the server's setting, which is told with the session, before anything is read. */
let timeZone = 'UTC';

/** Says in which zone CallPage writes its times, which name none. */
export function setApiTimeZone(zone: string): void {
  timeZone = zone;
}

/** A time of CallPage's as epoch milliseconds; null for what is none. */
export const parseApiTime = (timestamp: string | null | undefined) => parseTimestamp(timestamp, timeZone);

/** A time of CallPage's by the reader's own clock; a text that is none as it is. */
export const formatApiTime = (timestamp: string, format = formatDateTime) =>
  format(parseApiTime(timestamp) ?? timestamp);
