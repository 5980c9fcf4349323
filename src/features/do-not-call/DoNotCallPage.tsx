import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { count } from '#src/lib/format.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { TableSkeleton } from '#src/ui/TableSkeleton.tsx';
import { numberColumns } from './columns.tsx';
import { NumberTable } from './NumberTable.tsx';
import { doNotCallQueries } from './queries.ts';

const skeletonColumns = numberColumns(() => undefined);

export function DoNotCallPage() {
  const { data: entries, error, isFetching, refetch } = useQuery(doNotCallQueries.list());
  const add = (
    <Button component={Link} to={paths.addDoNotCall()}>
      Add numbers
    </Button>
  );
  return (
    <>
      <PageHeader title="Do not call" actions={add}>
        <p className="dim">
          Numbers that this console never calls, whoever asks. Who tries is told the reason, and the trail keeps it.
        </p>
      </PageHeader>
      {error && (
        <LoadError
          what="The list"
          error={error}
          shown={entries && `The list may be out of date: it shows ${count(entries.length, 'number')}.`}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!entries && !error && <TableSkeleton columns={skeletonColumns} label="Loading the list" selectable={false} />}
      {entries && entries.length > 0 && <NumberTable entries={entries} />}
      {entries?.length === 0 && (
        <Message
          heading="Every number may be called"
          text="Put a number here when somebody does not want to be called again. Nobody gets through to it from this console then."
          action={add}
        />
      )}
    </>
  );
}
