import { lazy, type ReactNode, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { Widget } from '#src/api/wire/widgets.ts';
import { useCan } from '#src/features/session/queries.ts';
import { pageSizes } from '#src/lib/list-state.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { DataTable } from '#src/ui/DataTable.tsx';
import { Message } from '#src/ui/Message.tsx';
import { Pager, pageWindow } from '#src/ui/Pager.tsx';
import { useSelection } from '#src/ui/use-selection.ts';
import { widgetColumnsFor } from './columns.tsx';
import { noFilters, selectWidgets, WidgetFilters } from './filters.ts';
import type { WidgetList } from './queries.ts';
import { ClearFilters, WidgetToolbar } from './WidgetToolbar.tsx';
import { widgetName } from './widget-name.ts';

const WidgetBulkBar = lazy(() => import('./WidgetBulkBar.tsx'));

interface WidgetTableProps {
  list: WidgetList;
  /** More pages of the list are on their way. */
  reading: boolean;
  /** Stands in place of everything where the account has no widget. */
  empty: ReactNode;
}

export function WidgetTable({ list, reading, empty }: WidgetTableProps) {
  const [filters, change] = useSearchState(WidgetFilters);
  const can = useCan();
  const widgets = useDeferredValue(list.widgets);
  const matching = useMemo(() => selectWidgets(widgets, filters), [widgets, filters]);
  const { first, last } = pageWindow(matching.length, filters.page, filters.size);
  const rows = useMemo(() => matching.slice(first, last), [matching, first, last]);
  const { selection, select } = useSelection(matching, rows);
  const chosen = useMemo(() => matching.filter(({ id }) => selection.ids.has(id)), [matching, selection.ids]);
  // From the first choice on: the result of a bulk act outlives the choice, and even the last row.
  const [hasBulkBar, setHasBulkBar] = useState(false);
  if (chosen.length > 0 && !hasBulkBar) setHasBulkBar(true);

  const filled = (
    <>
      <WidgetToolbar list={list} reading={reading} matching={matching} filters={filters} onChange={change} />
      {matching.length === 0 ? (
        <Message
          tone="filtered"
          heading="No widget matches"
          text="Change the search or the filters, or clear them to see every widget."
          action={<ClearFilters onClear={() => change(noFilters)} />}
        />
      ) : (
        <>
          <DataTable
            caption="Widgets"
            columns={widgetColumnsFor(can)}
            rows={rows}
            rowName={widgetName}
            sort={filters.sort}
            onSort={(sort) => change({ sort, page: 1 })}
            {...(can('widgets.update') && { selection })}
          />
          <Pager
            total={matching.length}
            page={filters.page}
            size={filters.size}
            sizes={pageSizes}
            onPage={(page) => change({ page })}
            onSize={(size) => change({ size, page: 1 })}
          />
        </>
      )}
    </>
  );
  return (
    <>
      {list.widgets.length === 0 ? empty : filled}
      {hasBulkBar && (
        <Suspense>
          <WidgetBulkBar chosen={chosen} matching={matching} onSelect={(some: readonly Widget[]) => select(some)} />
        </Suspense>
      )}
    </>
  );
}
