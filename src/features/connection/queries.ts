import { queryOptions, useQuery } from '@tanstack/react-query';
import { checkConnection, readTimeZone } from '#src/api/connection.ts';
import { parseTimestamp } from '#src/domain/timestamps.ts';
import { formatDateTime } from '#src/lib/format.ts';

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

/**
 * A time of CallPage's by the reader's own clock; a text that is none as it is. Nothing until CallPage's zone is known;
 * where that cannot be read, it is taken for UTC.
 */
export function useApiTime(timestamp: string | null, format = formatDateTime): string {
  const { data: timeZone, isError } = useQuery(connectionQueries.timeZone());
  if (timestamp === null || (timeZone === undefined && !isError)) return '';
  return format(parseTimestamp(timestamp, timeZone) ?? timestamp);
}
