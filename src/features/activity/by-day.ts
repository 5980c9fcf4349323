import type { Act } from '#src/api/wire/activity.ts';
import { addDays, dayOf } from '#src/lib/days.ts';

export interface ActDay {
  /** `YYYY-MM-DD` in the reader's own zone. */
  day: string;
  acts: Act[];
}

/** Acts by the day on which they began, in the order in which they come. */
export function byDay(acts: readonly Act[]): ActDay[] {
  const days: ActDay[] = [];
  for (const act of acts) {
    const day = dayOf(Date.parse(act.at));
    const last = days.at(-1);
    if (last?.day === day) last.acts.push(act);
    else days.push({ day, acts: [act] });
  }
  return days;
}

/** `Today`, `Yesterday`, else the whole date. `now` is epoch milliseconds. */
export function dayInWords(day: string, now: number): string {
  const today = dayOf(now);
  if (day === today) return 'Today';
  if (day === addDays(today, -1)) return 'Yesterday';
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'full' }).format(new Date(`${day}T12:00:00`));
}
