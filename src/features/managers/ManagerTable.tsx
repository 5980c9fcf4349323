import '#src/ui/styles/mantine.ts';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { assignmentName } from '#src/domain/user-name.ts';
import { useCan } from '#src/features/session/queries.ts';
import { userQueries, userTels } from '#src/features/users/queries.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { PagedTable } from '#src/ui/PagedTable.tsx';
import { accountManagerColumns } from './columns.tsx';
import { ManagerFilters, noFilters, selectManagers } from './filters.ts';
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
  const { data: tels } = useQuery({ ...userQueries.list(), select: userTels });
  const columns = useMemo(
    () => accountManagerColumns({ update: canUpdate, remove: canRemove ? setRemoving : undefined }, tels),
    [canUpdate, canRemove, tels],
  );
  const rows = useDeferredValue(all);
  const matching = useMemo(() => selectManagers(rows, filters), [rows, filters]);
  return (
    <>
      <ManagerToolbar rows={rows} reading={reading} found={matching.length} filters={filters} onChange={change} />
      <PagedTable
        caption="Managers"
        columns={columns}
        rows={matching}
        rowName={({ assignment }) => assignmentName(assignment)}
        state={filters}
        onChange={change}
        noMatch={{
          heading: 'No manager matches',
          text: 'Change the search or the filters, or clear them to see every manager.',
        }}
        onClear={() => change(noFilters)}
      />
      {removing && <RemoveManagerDialog row={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
