import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Selection } from './DataTable.tsx';

const none: ReadonlySet<number> = new Set();

/**
 * Which rows are chosen. `order` is every row that the filters let through, in the order shown: a range chosen with
 * Shift runs along it, and rows that leave it are no longer chosen.
 */
export function useSelection(order: readonly { id: number }[]) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(none);
  const anchor = useRef<number>(undefined);
  const latest = useRef(order);
  useLayoutEffect(() => {
    latest.current = order;
  });

  const ids: ReadonlySet<number> = useMemo(
    () => (chosen.size === 0 ? none : new Set(order.filter(({ id }) => chosen.has(id)).map(({ id }) => id))),
    [order, chosen],
  );
  if (ids.size !== chosen.size) setChosen(ids);

  const onToggle = useCallback((id: number, range: boolean) => {
    const from = anchor.current;
    anchor.current = id;
    setChosen((current) => {
      const next = new Set(current);
      const on = !current.has(id);
      for (const between of range ? span(latest.current, from ?? id, id) : [id]) {
        if (on) next.add(between);
        else next.delete(between);
      }
      return next;
    });
  }, []);

  const onTogglePage = useCallback((page: readonly number[]) => {
    setChosen((current) => {
      const all = page.every((id) => current.has(id));
      return all ? new Set([...current].filter((id) => !page.includes(id))) : new Set([...current, ...page]);
    });
  }, []);

  const selection: Selection = useMemo(() => ({ ids, onToggle, onTogglePage }), [ids, onToggle, onTogglePage]);
  return {
    selection,
    select: (rows: readonly { id: number }[]) => setChosen(new Set(rows.map(({ id }) => id))),
  };
}

/** The ids from one row to another, whichever comes first. */
function span(order: readonly { id: number }[], from: number, to: number): number[] {
  const ends = [order.findIndex(({ id }) => id === from), order.findIndex(({ id }) => id === to)];
  const [start = 0, end = 0] = ends.toSorted((a, b) => a - b);
  return start < 0 ? [to] : order.slice(start, end + 1).map(({ id }) => id);
}
