import * as z from 'zod/mini';
import type { BarredNumber } from '#src/api/wire/do-not-call.ts';
import { phoneIncludes } from '#src/domain/phone-search.ts';
import { listState, type SortValues, sortRows } from '#src/lib/list-state.ts';
import { readAs } from './number-text.ts';

/** What the list's URL holds. */
export const DoNotCallFilters = z.object({ q: z.catch(z.string(), ''), ...listState });
export type DoNotCallFilters = z.output<typeof DoNotCallFilters>;

/** Everything that narrows the list, at its initial value. */
export const noFilters = { q: '', page: 1 } as const;

const sortValues: SortValues<BarredNumber> = {
  number: (entry) => readAs(entry),
  reason: ({ reason }) => reason,
  by: ({ added_by }) => added_by,
  at: ({ added_at }) => added_at,
};

/** The numbers that hold what is searched for, in any shape, or whose reason or person does, in the order asked for. */
export function selectNumbers(entries: readonly BarredNumber[], { q, sort }: DoNotCallFilters) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = entries.filter((entry) => {
    const text = `${entry.number}\n${entry.reason}\n${entry.added_by}`.toLowerCase();
    return phoneIncludes(readAs(entry), q) || words.every((word) => text.includes(word));
  });
  return sortRows(matching, sort, sortValues);
}
