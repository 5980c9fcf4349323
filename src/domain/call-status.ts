import { type Outcome, outcomeOf } from './calls-by-day.ts';
import { callStatusName } from './messages.ts';
import { momentInWords } from './moment-words.ts';

export type CallTone = 'ok' | 'bad' | 'warn' | 'dim';

const tones: Record<Outcome, CallTone> = {
  completed: 'ok',
  failed: 'bad',
  cancelled: 'dim',
  open: 'warn',
  other: 'dim',
};

/** Whether a status is good news, bad news, still open, or neither. */
export const callStatusTone = (status: string) => tones[outcomeOf(status)];

/** `Completed`, and of a scheduled call for when: `Scheduled for tomorrow at 09:00`. Moments are epoch milliseconds. */
export function callStatusWords(
  { status, scheduledAt }: { status: string; scheduledAt: number | null },
  { now, timeZone }: { now: number; timeZone: string },
): string {
  const name = callStatusName(status);
  if (status !== 'scheduled' || scheduledAt === null) return name;
  return `${name} for ${momentInWords(scheduledAt, now, timeZone)}`;
}
