import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import * as z from 'zod/mini';

type Fields = Record<string, z.ZodMiniType<string | number>>;

/**
 * State that lives in the URL's query, so that Back, reload and a shared link restore it. Every field of the schema
 * must have a value for a missing or broken parameter (`z.catch`); a field at that value is left out of the URL.
 * @returns the state, and a function that changes some of it: `typing` replaces the history entry instead of adding one.
 */
export function useSearchState<S extends z.ZodMiniObject<Fields>>(schema: S) {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => z.parse(schema, Object.fromEntries(search)), [schema, search]);
  const change = useCallback(
    (changes: Partial<z.output<S>>, { typing = false } = {}) => {
      const initial: Record<string, unknown> = z.parse(schema, {});
      // Of two quick changes the second comes before the first is drawn: the address is ahead of what is rendered.
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === initial[name]) next.delete(name);
        else next.set(name, String(value));
      }
      setSearch(next, { replace: typing, preventScrollReset: true });
    },
    [schema, setSearch],
  );
  return [state, change] as const;
}
