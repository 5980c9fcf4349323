import { queryOptions } from '@tanstack/react-query';
import { checkConnection } from '#src/api/connection.ts';

export const connectionQueries = {
  status: () =>
    queryOptions({
      queryKey: ['connection'],
      queryFn: ({ signal }) => checkConnection(signal),
      refetchInterval: 60_000,
      retry: false,
    }),
};
