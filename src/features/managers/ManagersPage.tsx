import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { count } from '#src/lib/format.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { TableSkeleton } from '#src/ui/TableSkeleton.tsx';
import { accountManagerColumns } from './columns.tsx';
import { ManagerTable } from './ManagerTable.tsx';
import { rowsOf } from './rows.ts';

const skeleton = accountManagerColumns({ update: true, remove: () => undefined });

/** Every manager of every widget: what `widgets/all` tells, and no request a widget. */
export function ManagersPage() {
  const { data, error, isFetching, refetch } = useQuery(widgetQueries.list());
  const rows = useMemo(() => data?.widgets.flatMap((widget) => rowsOf(widget)), [data]);
  return (
    <>
      <PageHeader title="Managers" />
      {error && (
        <LoadError
          what="The managers"
          error={error}
          shown={rows && `The list may be incomplete or out of date: it shows ${count(rows.length, 'manager')}.`}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!rows && !error && <TableSkeleton columns={skeleton} label="Loading the managers" selectable={false} />}
      {rows && rows.length > 0 && <ManagerTable rows={rows} reading={isFetching} />}
      {rows?.length === 0 && !error && !isFetching && (
        <Message
          heading="No managers yet"
          text="A manager is a user who takes the calls of a widget. Open a widget and assign users on its Managers tab."
          action={
            <Button component={Link} to={paths.widgets()}>
              Go to the widgets
            </Button>
          }
        />
      )}
    </>
  );
}
