import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { getCall, listCalls, updateCallField } from '#src/api/calls.ts';
import { readRows } from '#src/api/rows.ts';
import type { CallHistoryInput } from '#src/api/wire/calls.ts';
import { unreadableInWords } from '#src/lib/format.ts';
import { type CallEntry, entryOf, hasEnded } from './entry.ts';

export type { CallEntry } from './entry.ts';

/** How often what may still change is read again, while the page is looked at. */
const pollEvery = 5000;

export interface CallHistoryPage {
  calls: CallEntry[];
  /** Calls of this page that came and could not be read. */
  unreadable: number;
  /** There are calls after these. Known for certain: one more than the page holds was asked for. */
  hasMore: boolean;
  /** The API's own count, which is a hint. */
  total: number | undefined;
}

type Filters = Omit<CallHistoryInput, 'limit' | 'offset'>;

export const callQueries = {
  all: () => ['calls'] as const,
  /** One page of the history, counted from 1, read again every few seconds while it is shown and the window visible. */
  page: (filters: Filters, page: number, size: number) =>
    queryOptions({
      queryKey: [...callQueries.all(), 'page', filters, page, size],
      queryFn: async ({ signal }): Promise<CallHistoryPage> => {
        const query = { ...filters, limit: size + 1, offset: (page - 1) * size };
        const { rows, total } = await listCalls(query, signal);
        const { items, unreadable } = readRows(rows.slice(0, size));
        return { calls: items.map(entryOf), unreadable, hasMore: rows.length > size, total };
      },
      placeholderData: keepPreviousData,
      refetchInterval: pollEvery,
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: [...callQueries.all(), 'detail', id],
      queryFn: async ({ signal }) => entryOf(await getCall(id, signal)),
      refetchInterval: ({ state }) => (state.data && hasEnded(state.data) ? false : pollEvery),
    }),
  /**
   * The calls of exactly this number since a moment (epoch milliseconds), the newest first; always read anew. Throws where
   * one cannot be read: whoever asks wants to know that there is none.
   */
  ofNumber: (tel: string, since: number) =>
    queryOptions({
      queryKey: [...callQueries.all(), 'number', tel, since],
      queryFn: async ({ signal }) => {
        const query = { phone_number: digits(tel), date_from: Math.floor(since / 1000), limit: 100 };
        const { items, unreadable } = readRows((await listCalls(query, signal)).rows);
        if (unreadable > 0) throw new Error(`${unreadableInWords(unreadable, 'call')} It may be to this number.`);
        // The API finds parts of numbers too.
        return items.map(entryOf).filter((call) => digits(call.tel) === digits(tel));
      },
      staleTime: 0,
      gcTime: 0,
    }),
};

export const useUpdateCallField = () =>
  useMutation({ mutationFn: updateCallField, meta: { invalidates: [callQueries.all()] } });

const digits = (tel: string) => tel.replace(/\D/g, '');
