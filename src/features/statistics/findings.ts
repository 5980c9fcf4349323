import { type DayCounts, sumOfDays } from '#src/domain/calls-by-day.ts';
import { count, formatNumber } from '#src/lib/format.ts';

const percent = new Intl.NumberFormat('en', { style: 'percent' });
const dayName = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** `Tue, 24 Nov` of `2026-11-24`. */
export const dayInWords = (day: string) => dayName.format(Date.parse(`${day}T00:00:00Z`));

/** `4 of 5 managers are enabled`, as the title of a chart. */
export function findingOfStatus(noun: string, { total, enabled }: { total: number; enabled: number }): string {
  if (total === 0) return `No ${noun}s to count`;
  if (enabled === total)
    return total === 1 ? `The only ${noun} is enabled` : `All ${formatNumber(total)} ${noun}s are enabled`;
  if (enabled === 0)
    return total === 1 ? `The only ${noun} is disabled` : `All ${formatNumber(total)} ${noun}s are disabled`;
  return `${formatNumber(enabled)} of ${count(total, noun)} ${enabled === 1 ? 'is' : 'are'} enabled`;
}

/** What the days say in one line: how many calls, how many of those that are over were completed, and the busiest day. */
export function findingOfDays(days: readonly DayCounts[]): string {
  const { total, completed, open } = sumOfDays(days);
  if (total === 0) return 'No calls in these days';
  const ended = total - open;
  const share =
    ended === 0 ? 'none is over yet' : `${percent.format(completed / ended)} of those that are over were completed`;
  const most = Math.max(...days.map((day) => day.total));
  const [busiest, another] = days.filter((day) => day.total === most);
  // Of two days alike neither is the one.
  const peak =
    busiest && !another && days.length > 1 ? `; most on ${dayInWords(busiest.day)} (${formatNumber(most)})` : '';
  return `${count(total, 'call')} in ${count(days.length, 'day')}, ${share}${peak}`;
}
