/** Days as `YYYY-MM-DD` in the reader's own zone: what date inputs and the URL hold. */

export const localTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The day of an instant (epoch milliseconds). */
export function dayOf(instant: number): string {
  const date = new Date(instant);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}

/** The day so many days later; earlier where `days` is negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first instant of the day, in epoch milliseconds. */
export const startOfDay = (day: string) => new Date(`${day}T00:00:00`).getTime();

/** From the first second of one day to the last second of another, in Unix seconds, as the API filters. */
export function secondsOf(from: string, to: string): { date_from?: number; date_to?: number } {
  return {
    ...(from !== '' && { date_from: Math.floor(startOfDay(from) / 1000) }),
    ...(to !== '' && { date_to: Math.ceil(startOfDay(addDays(to, 1)) / 1000) - 1 }),
  };
}

/** Between these lies every day that the console asks about: a year beyond them is one that is half typed, or a slip. */
export const firstDay = '2000-01-01';
export const lastDay = '2100-12-31';

/** Whether the text is a day that exists, and a plausible one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstDay || text > lastDay) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
