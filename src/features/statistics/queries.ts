import { queryOptions, experimental_streamedQuery as streamedQuery } from '@tanstack/react-query';
import { readCalls } from '#src/api/calls.ts';
import type { Page } from '#src/api/pages.ts';
import type { ReadRows } from '#src/api/rows.ts';
import type { Call, CallHistoryInput } from '#src/api/wire/calls.ts';
import type { CountedCall } from '#src/domain/calls-by-day.ts';
import { callQueries } from '#src/features/calls/queries.ts';
import { parseApiTime } from '#src/lib/api-time.ts';
import { whileWhole } from '#src/lib/query-client.ts';

/** The calls that have been counted so far, by id; `total` is the API's own count, a hint until they are whole. */
export interface CountedCalls {
  calls: ReadonlyMap<number, CountedCall>;
  total: number | undefined;
  /** Calls that came and could not be read: they are among none of these. */
  unreadable: number;
  whole: boolean;
}

const nothing: CountedCalls = { calls: new Map(), total: undefined, unreadable: 0, whole: false };

export const statisticsQueries = {
  /** Of every call that the filters let through, what the chart needs: page by page, stopped when nobody looks. */
  calls: (filters: Omit<CallHistoryInput, 'limit' | 'offset'>) =>
    queryOptions({
      queryKey: [...callQueries.all(), 'counted', filters],
      queryFn: streamedQuery({
        streamFn: ({ signal }) => readCalls(filters, signal),
        reducer: addPage,
        initialValue: nothing,
        refetchMode: 'replace',
      }),
      staleTime: whileWhole,
      structuralSharing: false,
    }),
};

/** A call that is made between two pages shifts the next one, so that one may come twice: it counts once. */
function addPage({ calls, unreadable }: CountedCalls, page: Page<Call> & ReadRows<Call>): CountedCalls {
  const added = new Map(calls);
  for (const { id, data } of page.items) {
    added.set(id, { createdAt: parseApiTime(data.created_at), status: data.human_status });
  }
  return { calls: added, total: page.total, unreadable: unreadable + page.unreadable, whole: page.last };
}
