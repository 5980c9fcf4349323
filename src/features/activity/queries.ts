import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listActs } from '#src/api/activity.ts';
import type { ActivityInput } from '#src/api/wire/activity.ts';

/** How often an act that is under way is looked at again. */
const pollEvery = 3000;

export type ActFilters = Omit<ActivityInput, 'limit' | 'offset'>;

export const activityQueries = {
  all: () => ['activity'] as const,
  /** One page of the trail, counted from 1: read anew wherever it is opened, as every act of anybody adds to it. */
  page: (filters: ActFilters, page: number, size: number) =>
    queryOptions({
      queryKey: [...activityQueries.all(), 'page', filters, page, size],
      queryFn: ({ signal }) => listActs({ ...filters, limit: size, offset: (page - 1) * size }, signal),
      placeholderData: keepPreviousData,
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.acts.some((act) => act.state === 'pending') ? pollEvery : false),
    }),
};
