import { useMemo, useState } from 'react';
import type { BarredNumber } from '#src/api/wire/do-not-call.ts';
import { count } from '#src/lib/format.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { ExportButton } from '#src/ui/ExportButton.tsx';
import classes from '#src/ui/list.module.css';
import { ClearFilters } from '#src/ui/NoMatch.tsx';
import { PagedTable } from '#src/ui/PagedTable.tsx';
import { SearchField } from '#src/ui/SearchField.tsx';
import { numberColumns } from './columns.tsx';
import { DoNotCallFilters, noFilters, selectNumbers } from './filters.ts';
import { readAs } from './number-text.ts';
import { TakeOffDialog } from './TakeOffDialog.tsx';

export function NumberTable({ entries }: { entries: readonly BarredNumber[] }) {
  const [filters, change] = useSearchState(DoNotCallFilters);
  const [chosen, setChosen] = useState<BarredNumber>();
  const columns = useMemo(() => numberColumns(setChosen), []);
  const matching = useMemo(() => selectNumbers(entries, filters), [entries, filters]);
  return (
    <>
      <div className={classes.toolbar}>
        <div className={classes.found}>
          <span role="status">{count(matching.length, 'number')}</span>
          <ExportButton fileName="do-not-call.csv" rows={() => matching.map(rowOf)} disabled={matching.length === 0} />
        </div>
        <div className={classes.filters}>
          <SearchField
            label="Search the list"
            placeholder="Search by number, reason or person"
            value={filters.q}
            onChange={(q) => change({ q, page: 1 }, { typing: true })}
          />
          {filters.q !== '' && <ClearFilters onClear={() => change(noFilters)} />}
        </div>
      </div>
      <PagedTable
        caption="Do not call"
        columns={columns}
        rows={matching}
        rowName={readAs}
        state={filters}
        onChange={change}
        noMatch={{
          heading: 'No number matches',
          text: 'Change the search, or clear it to see every number.',
        }}
        onClear={() => change(noFilters)}
      />
      {chosen && <TakeOffDialog entry={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

const rowOf = (entry: BarredNumber) => ({
  number: readAs(entry),
  as_typed: entry.number,
  reason: entry.reason,
  added_by: entry.added_by,
  added_at: entry.added_at,
});
