import { MutationCache, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Keys whose queries are out of date once the mutation has ended: the one way to invalidate. */
      invalidates?: readonly QueryKey[];
    };
  }
}

const minute = 60_000;

/** The `staleTime` of a list that is read page by page: one that was left half-way is never taken for the whole. */
export const whileWhole = ({ state }: { state: { data: { whole: boolean } | undefined } }) =>
  state.data?.whole ? minute : 0;

interface Failures {
  /** Milliseconds until a read that failed so often before is made again; undefined where another try is of no use. */
  retryIn: (error: Error, failures: number) => number | undefined;
  /** Is told of every failure, whoever shows it. */
  onError: (error: Error, client: QueryClient) => void;
}

export function createQueryClient({ retryIn, onError }: Failures): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => onError(error, client) }),
    mutationCache: new MutationCache({
      onError: (error) => onError(error, client),
      // Also after a failure: the change may have been made although its answer was lost.
      onSettled: (_data, _error, _variables, _context, { meta }) => {
        for (const queryKey of meta?.invalidates ?? []) void client.invalidateQueries({ queryKey });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: minute,
        gcTime: 10 * minute,
        retry: (failures, error) => failures < 2 && retryIn(error, failures) !== undefined,
        retryDelay: (failures, error) => retryIn(error, failures) ?? 0,
      },
      // A change is sent at once or fails: none waits for the connection to come back, and none is sent twice.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
