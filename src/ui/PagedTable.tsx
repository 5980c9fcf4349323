import { useMemo } from 'react';
import { type ListState, pageSizes } from '#src/lib/list-state.ts';
import { DataTable, type DataTableProps } from './DataTable.tsx';
import { NoMatch } from './NoMatch.tsx';
import { Pager, pageWindow } from './Pager.tsx';

interface PagedTableProps<Row extends { id: number | string }>
  extends Pick<DataTableProps<Row>, 'caption' | 'columns' | 'rows' | 'rowName' | 'selection'> {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
  /** Said where the filters let no row through. */
  noMatch: { heading: string; text: string };
  onClear: () => void;
}

/** A list that was read whole: of the rows that its filters let through, the page that the URL names. */
export function PagedTable<Row extends { id: number | string }>(props: PagedTableProps<Row>) {
  const { rows: matching, state, onChange, noMatch, onClear, ...table } = props;
  const { first, last } = pageWindow(matching.length, state.page, state.size);
  const rows = useMemo(() => matching.slice(first, last), [matching, first, last]);
  if (matching.length === 0) return <NoMatch {...noMatch} onClear={onClear} />;
  return (
    <>
      <DataTable {...table} rows={rows} sort={state.sort} onSort={(sort) => onChange({ sort, page: 1 })} />
      <Pager
        total={matching.length}
        page={state.page}
        size={state.size}
        sizes={pageSizes}
        onPage={(page) => onChange({ page })}
        onSize={(size) => onChange({ size, page: 1 })}
      />
    </>
  );
}
