import { lazy, type ReactNode, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { Widget } from '#src/api/wire/widgets.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { useCan } from '#src/features/session/queries.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { PagedTable } from '#src/ui/PagedTable.tsx';
import { useSelection } from '#src/ui/use-selection.ts';
import { widgetColumnsFor } from './columns.tsx';
import { noFilters, selectWidgets, WidgetFilters } from './filters.ts';
import type { WidgetList } from './queries.ts';
import { WidgetToolbar } from './WidgetToolbar.tsx';

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
  const { selection, select } = useSelection(matching);
  const chosen = useMemo(() => matching.filter(({ id }) => selection.ids.has(id)), [matching, selection.ids]);
  // From the first choice on: the result of a bulk act outlives the choice, and even the last row.
  const [hasBulkBar, setHasBulkBar] = useState(false);
  if (chosen.length > 0 && !hasBulkBar) setHasBulkBar(true);

  const filled = (
    <>
      <WidgetToolbar list={list} reading={reading} matching={matching} filters={filters} onChange={change} />
      <PagedTable
        caption="Widgets"
        columns={widgetColumnsFor(can)}
        rows={matching}
        rowName={widgetName}
        {...(can('widgets.update') && { selection })}
        state={filters}
        onChange={change}
        noMatch={{
          heading: 'No widget matches',
          text: 'Change the search or the filters, or clear them to see every widget.',
        }}
        onClear={() => change(noFilters)}
      />
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
