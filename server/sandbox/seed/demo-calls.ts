import type { CallStatus } from '#src/api/wire/calls.ts';
import type { Dataset } from './dataset.ts';
import { type Random, random } from './random.ts';
import { type Site, sites } from './sites.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const outcomes = [
  ['completed', 66],
  ['manager-failed', 13],
  ['user-failed', 11],
  ['cancelled', 6],
  ['failed', 4],
] as const satisfies readonly [readonly [CallStatus, number], ...(readonly [CallStatus, number])[]];

/** Visitors by site, as busy as each is; sites that are not installed have none. */
const traffic = [
  [1, 24],
  [2, 27],
  [3, 13],
  [4, 8],
  [5, 6],
  [6, 4],
  [7, 10],
  [8, 7],
  [9, 4],
  [10, 3],
] as const satisfies readonly [readonly [number, number], ...(readonly [number, number])[]];

const total = 300;
const upcoming = 4;

/** 300 calls of the last 60 days, the oldest first; the last few are scheduled for the next days. */
export function demoCalls(now: Date): Pick<Dataset, 'calls' | 'callTags'> {
  const dice = random(20);
  const moments = Array.from({ length: total - upcoming }, () => pastMoment(dice, now)).sort((a, b) => a - b);
  const past = moments.map((moment, index) => ({ id: index + 1, ...pastCall(dice, moment, now) }));
  const next = Array.from({ length: upcoming }, (_, index) => ({
    id: total - upcoming + index + 1,
    ...visitor(dice, now.getTime() - (upcoming - index) * 17 * minute),
    status: 'scheduled' as const,
    scheduledAt: nextMorning(now, index + 1),
  }));
  const completed = past.filter(({ status }) => status === 'completed');
  return {
    calls: [...past, ...next],
    callTags: completed.filter(() => dice.next() < 0.25).map(({ id }) => ({ callId: id, tagId: 1 + dice.below(4) })),
  };
}

/** More in office hours than in the evening, more on weekdays than at weekends, more lately than long ago. */
function pastMoment(dice: Random, now: Date): number {
  const today = Math.floor(now.getTime() / day) * day;
  const start = today - Math.floor(60 * dice.next() ** 1.15) * day;
  const isWeekend = [0, 6].includes(new Date(start).getUTCDay());
  const date = isWeekend && dice.next() < 0.7 ? start - 2 * day : start;
  const clock = 7 + (dice.next() + dice.next()) * 6;
  const oldest = now.getTime() - 60 * day;
  const moment = Math.max(date + Math.floor(clock * hour), oldest + dice.below(hour));
  return moment < now.getTime() - hour ? moment : now.getTime() - hour - dice.below(20 * hour);
}

function pastCall(dice: Random, createdAt: number, now: Date) {
  const status = dice.weighted(outcomes);
  const person = visitor(dice, createdAt);
  const scheduledFor = createdAt + (3 + dice.below(18)) * hour;
  const wasScheduled = dice.next() < 0.18 && scheduledFor < now.getTime();
  const completed = status === 'completed';
  return {
    ...person,
    status,
    userId: status === 'failed' ? null : person.userId,
    scheduledAt: wasScheduled ? new Date(scheduledFor) : null,
    cancelledAt: status === 'cancelled' ? new Date(createdAt + 4 * minute) : null,
    durationSeconds: completed ? 25 + Math.floor(dice.next() ** 2 * 900) : null,
    feedbackRating:
      completed && dice.next() < 0.3
        ? dice.weighted([
            [5, 6],
            [4, 3],
            [3, 1],
            [1, 1],
          ])
        : null,
  };
}

function visitor(dice: Random, createdAt: number) {
  const widgetId = dice.weighted(traffic);
  const site = sites[widgetId - 1] ?? sites[0];
  const userId = site.people[dice.below(site.people.length)] ?? null;
  const fields: Record<string, string> =
    dice.next() < 0.2 ? { topic: dice.pick(['Quote', 'Installation date', 'Invoice', 'Warranty']) } : {};
  return {
    widgetId,
    userId,
    departmentId: dice.next() < 0.4 ? 1 + dice.below(2) : null,
    tel: numberOf(dice, site),
    createdAt: new Date(createdAt),
    referer: `${site.url.replace(/\/$/, '')}/${dice.pick(['', 'contact', 'prices', 'offer?utm_source=newsletter'])}`,
    fields,
  };
}

/** As long as numbers of the site's country are. */
function numberOf(dice: Random, { visitors }: Site): string {
  const length = lengths.find(([prefix]) => visitors.startsWith(prefix))?.[1] ?? 12;
  const missing = length - visitors.length;
  return visitors + String(dice.below(10 ** missing)).padStart(missing, '0');
}

const lengths: readonly (readonly [string, number])[] = [
  ['+44', 13],
  ['+48', 12],
  ['+49', 14],
  ['+33', 12],
  ['+39', 13],
  ['+34', 12],
  ['+420', 13],
  ['+46', 12],
  ['+1', 12],
];

function nextMorning(now: Date, daysAhead: number): Date {
  return new Date((Math.floor(now.getTime() / day) + daysAhead) * day + 8 * hour);
}
