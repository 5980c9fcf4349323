import '#src/ui/styles/mantine.ts';
import { Button } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useCan } from '#src/features/session/queries.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { DataTable } from '#src/ui/DataTable.tsx';
import { Message } from '#src/ui/Message.tsx';
import { Pager, pageWindow } from '#src/ui/Pager.tsx';
import { assignmentName } from './assignment-name.ts';
import { accountManagerColumns } from './columns.tsx';
import { ManagerFilters, noFilters, pageSizes, selectManagers } from './filters.ts';
import { ManagerToolbar } from './ManagerToolbar.tsx';
import { RemoveManagerDialog } from './RemoveManagerDialog.tsx';
import type { ManagerRow } from './rows.ts';

interface ManagerTableProps {
  rows: readonly ManagerRow[];
  /** More pages of the list are on their way. */
  reading: boolean;
}

export function ManagerTable({ rows: all, reading }: ManagerTableProps) {
  const [filters, change] = useSearchState(ManagerFilters);
  const [removing, setRemoving] = useState<ManagerRow>();
  const can = useCan();
  const canUpdate = can('managers.update');
  const canRemove = can('managers.delete');
  const columns = useMemo(
    () => accountManagerColumns({ update: canUpdate, remove: canRemove ? setRemoving : undefined }),
    [canUpdate, canRemove],
  );
  const rows = useDeferredValue(all);
  const matching = useMemo(() => selectManagers(rows, filters), [rows, filters]);
  const { first, last } = pageWindow(matching.length, filters.page, filters.size);
  return (
    <>
      <ManagerToolbar rows={rows} reading={reading} found={matching.length} filters={filters} onChange={change} />
      {matching.length === 0 ? (
        <Message
          tone="filtered"
          heading="No manager matches"
          text="Change the search or the filters, or clear them to see every manager."
          action={
            <Button variant="subtle" onClick={() => change(noFilters)}>
              Clear filters
            </Button>
          }
        />
      ) : (
        <>
          <DataTable
            caption="Managers"
            columns={columns}
            rows={matching.slice(first, last)}
            rowName={({ assignment }) => assignmentName(assignment)}
            sort={filters.sort}
            onSort={(sort) => change({ sort, page: 1 })}
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
      {removing && <RemoveManagerDialog row={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
