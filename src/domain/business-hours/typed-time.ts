import { dayMinutes } from './rule.ts';

/**
 * Reads a time of day as people type it: `9`, `930`, `0930`, `9:30`, `17.00`, `17h`, `5pm`, `5:30 p.m.`. Gives minutes
 * since midnight, or null where it is no time. `start` takes 0 to 1439; as an `end`, midnight in any form (`24:00`,
 * `0:00`, `12am`) is the end of the day, 1440.
 */
export function parseTime(text: string, as: 'start' | 'end'): number | null {
  const match = /^(\d{1,2}?)(?:\s*[:.,h]\s*(\d{2})?|\s*(\d{2}))?\s*(?:([ap])\.?(?:m\.?)?)?$/i.exec(text.trim());
  if (match === null) return null;
  const [, hours = '', afterSeparator, joined, half] = match;
  const hour = half === undefined ? Number(hours) : onTwelveHourClock(Number(hours), half.toLowerCase() === 'p');
  const minute = Number(afterSeparator ?? joined ?? 0);
  if (hour === null || minute > 59) return null;
  const minutes = hour * 60 + minute;
  if (as === 'end' && minutes === 0) return dayMinutes;
  return minutes < dayMinutes || (as === 'end' && minutes === dayMinutes) ? minutes : null;
}

/** `HH:MM` of minutes since midnight; 1440 is `24:00`. */
export function formatTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function onTwelveHourClock(hour: number, isAfternoon: boolean): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}
