import { Button } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { assignmentName } from '#src/domain/user-name.ts';
import { useCan } from '#src/features/session/queries.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { DataTable } from '#src/ui/DataTable.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { TableSkeleton } from '#src/ui/TableSkeleton.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { widgetManagerColumns } from './columns.tsx';
import { assignmentQueries } from './queries.ts';
import { RemoveManagerDialog } from './RemoveManagerDialog.tsx';
import { type ManagerRow, rowsOf } from './rows.ts';
import { StatusStatistics } from './StatusStatistics.tsx';
import classes from './WidgetManagersPage.module.css';

/** The managers of one widget, with hours and departments. */
export function WidgetManagersPage() {
  const id = useIdParam();
  const { data: widget } = useSuspenseQuery(widgetQueries.detail(id));
  const { data: managers, error, isFetching, refetch } = useQuery(assignmentQueries.list(id));
  const [assigning, setAssigning] = useState(false);
  const [removing, setRemoving] = useState<ManagerRow>();
  const can = useCan();
  const canUpdate = can('managers.update');
  const canRemove = can('managers.delete');
  const columns = useMemo(
    () => widgetManagerColumns({ update: canUpdate, remove: canRemove ? setRemoving : undefined }),
    [canUpdate, canRemove],
  );
  const rows = useMemo(() => rowsOf(widget, managers), [widget, managers]);
  const assign = can('widgets.addUsers') && <Button onClick={() => setAssigning(true)}>Assign managers</Button>;
  return (
    <>
      {error && (
        <LoadError
          what="The managers"
          error={error}
          shown={managers && 'The list may be out of date.'}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!managers && !error && <TableSkeleton columns={columns} label="Loading the managers" selectable={false} />}
      {managers?.length === 0 && (
        <Message
          heading="Nobody is called for this widget"
          text={
            assign
              ? 'Assign the users who take its calls. Each has hours of their own.'
              : 'An operator of the console assigns the users who take its calls.'
          }
          action={assign}
        />
      )}
      {managers && managers.length > 0 && (
        <>
          <div className={classes.head}>
            <h2>{can('team') ? 'Managers' : 'You, as a manager'}</h2>
            {assign}
          </div>
          {can('team') ? (
            <StatusStatistics managers={managers} />
          ) : (
            <p className="dim">Who else takes the calls of this widget is not shown to you.</p>
          )}
          <DataTable
            caption="Managers"
            columns={columns}
            rows={rows}
            rowName={({ assignment }) => assignmentName(assignment)}
          />
        </>
      )}
      {assigning && managers && (
        <AssignDialog widget={widget} assigned={managers} onClose={() => setAssigning(false)} />
      )}
      {removing && <RemoveManagerDialog row={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
