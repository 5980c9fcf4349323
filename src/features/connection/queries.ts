import { queryOptions } from '@tanstack/react-query';
import { checkConnection, readTimeZone } from '#src/api/connection.ts';

export const connectionQueries = {
  status: () =>
    queryOptions({
      queryKey: ['connection'],
      queryFn: ({ signal }) => checkConnection(signal),
      refetchInterval: 60_000,
      retry: false,
    }),
  /** The zone of CallPage's times; the server's configuration, which does not change under a page. */
  timeZone: () =>
    queryOptions({
      queryKey: ['time-zone'],
      queryFn: ({ signal }) => readTimeZone(signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};
