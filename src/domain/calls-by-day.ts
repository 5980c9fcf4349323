/** A call as far as the chart goes: when the visitor asked (epoch milliseconds) and the status it has now. */
export interface CountedCall {
  createdAt: number | null;
  status: string;
}

export const outcomes = ['completed', 'failed', 'cancelled', 'open', 'other'] as const;
export type Outcome = (typeof outcomes)[number];

export type OutcomeCounts = Record<Outcome, number> & { total: number };

export interface DayCounts extends OutcomeCounts {
  /** `YYYY-MM-DD` in the zone asked for */
  day: string;
}

/** How a call ended; `open` has not ended yet, `other` is a status that is not known. */
export function outcomeOf(status: string): Outcome {
  return outcomeByStatus.get(status) ?? 'other';
}

/**
 * Calls counted by the day on which they were created and by outcome: one entry for every day from `from` to `to`
 * (both `YYYY-MM-DD`, inclusive), days without calls too. Calls of other days are left out. `timeZone` is an IANA zone
 * and throws a RangeError where it is not known.
 */
export function callsByDay(
  calls: readonly CountedCall[],
  { from, to, timeZone }: { from: string; to: string; timeZone: string },
): DayCounts[] {
  const days = new Map(daysBetween(from, to).map((day) => [day, { day, ...noCalls() }]));
  const dayAt = dayReader(timeZone);
  for (const { createdAt, status } of calls) {
    const counts = createdAt === null ? undefined : days.get(dayAt(createdAt));
    if (counts === undefined) continue;
    counts[outcomeOf(status)] += 1;
    counts.total += 1;
  }
  return [...days.values()];
}

/** The days' counts together. */
export function sumOfDays(days: readonly OutcomeCounts[]): OutcomeCounts {
  const sum = noCalls();
  for (const day of days) {
    for (const outcome of outcomes) sum[outcome] += day[outcome];
    sum.total += day.total;
  }
  return sum;
}

/** Days from one `YYYY-MM-DD` to another, both included; none where either is no date. */
function daysBetween(from: string, to: string): string[] {
  const day = 86_400_000;
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = (Date.parse(`${to}T00:00:00Z`) - first) / day + 1;
  if (!(count > 0)) return [];
  return Array.from({ length: count }, (_, index) => new Date(first + index * day).toISOString().slice(0, 10));
}

/** Days of instants in a zone. Clocks change on quarters of an hour, so calls within one share a look-up. */
function dayReader(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const known = new Map<number, string>();
  return (instant) => {
    const quarter = Math.floor(instant / 900_000);
    const day = known.get(quarter) ?? isoDay(format, instant);
    known.set(quarter, day);
    return day;
  };
}

function isoDay(format: Intl.DateTimeFormat, instant: number): string {
  const [month, day, year] = format.format(instant).split('/');
  return `${year}-${month}-${day}`;
}

function noCalls(): OutcomeCounts {
  return { total: 0, completed: 0, failed: 0, cancelled: 0, open: 0, other: 0 };
}

const outcomeByStatus = new Map<string, Outcome>([
  ['completed', 'completed'],
  ['manager-failed', 'failed'],
  ['user-failed', 'failed'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
  ['new', 'open'],
  ['scheduled', 'open'],
  ['ringing', 'open'],
  ['in-progress', 'open'],
]);
