import * as z from 'zod/mini';
import { type CallHistoryInput, callStatuses } from '#src/api/wire/calls.ts';
import { outcomeOf } from '#src/domain/calls-by-day.ts';
import { callStatusName } from '#src/domain/messages.ts';
import { searchDigits } from '#src/domain/phone-search.ts';
import { isDay, secondsOf } from '#src/lib/days.ts';

export const callPageSizes = [25, 50, 100] as const;

const day = z.catch(z.string().check(z.refine(isDay)), '');

/** What the history's URL holds. */
export const CallFilters = z.object({
  q: z.catch(z.string(), ''),
  /** A status, or `any-open` and `any-failed` for several of them. */
  status: z.catch(z.enum(['', 'any-open', 'any-failed', ...callStatuses]), ''),
  /** A widget's id; 0 for all. */
  widget: z.catch(z.coerce.number().check(z.int(), z.nonnegative()), 0),
  from: day,
  to: day,
  page: z.catch(z.coerce.number().check(z.int(), z.positive()), 1),
  size: z.catch(z.coerce.number().check(z.refine((size) => callPageSizes.some((known) => known === size))), 25),
});
export type CallFilters = z.output<typeof CallFilters>;

/** Everything that narrows the history, at its initial value. */
export const noFilters = { q: '', status: '', widget: 0, from: '', to: '', page: 1 } as const;

export const isFiltered = ({ q, status, widget, from, to }: CallFilters) =>
  q !== '' || status !== '' || widget !== 0 || from !== '' || to !== '';

const statusesOf = (outcome: 'open' | 'failed') => callStatuses.filter((status) => outcomeOf(status) === outcome);

/** Filter value → plain words. */
export const statusOptions: Readonly<Record<string, string>> = {
  '': 'Status: any',
  'any-open': 'Any that is not over',
  'any-failed': 'Any that failed',
  ...Object.fromEntries(callStatuses.map((status) => [status, callStatusName(status)])),
};

/** Why no call can match, in a sentence; undefined where some can. */
export function problemOf({ q, from, to }: CallFilters): string | undefined {
  if (q !== '' && searchDigits(q) === '') return 'A number has digits. Type a part of one, in any shape.';
  if (from !== '' && to !== '' && from > to) return 'The first day is after the last one.';
  return undefined;
}

/** The filters as the API takes them; the days are the reader's own. */
export function queryOf({ q, status, widget, from, to }: CallFilters): CallHistoryInput {
  return {
    ...(q !== '' && { phone_number: searchDigits(q) }),
    ...(status !== '' && { statuses: wanted(status) }),
    ...(widget !== 0 && { widget_ids: [widget] }),
    ...secondsOf(from, to),
  };
}

function wanted(status: Exclude<CallFilters['status'], ''>): string[] {
  if (status === 'any-open') return statusesOf('open');
  if (status === 'any-failed') return statusesOf('failed');
  return [status];
}
