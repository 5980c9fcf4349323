import { queryOptions } from '@tanstack/react-query';
import { checkConnection } from '#src/api/connection.ts';

export const connectionQueries = {
  status: () =>
    queryOptions({
      queryKey: ['connection'],
      queryFn: ({ signal }) => checkConnection(signal),
      // What is said to be gone is looked for again soon: the banner about it stays no longer than that.
      refetchInterval: ({ state }) => (state.status === 'error' ? 3_000 : 60_000),
      retry: false,
    }),
};
