import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { useCan } from '#src/features/session/queries.ts';
import { count } from '#src/lib/format.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { TableSkeleton } from '#src/ui/TableSkeleton.tsx';
import { widgetColumnsFor } from './columns.tsx';
import { widgetQueries } from './queries.ts';
import { WidgetTable } from './WidgetTable.tsx';

const widget = 'A widget is the call button on a website.';
const firstWidget = `${widget} Create one for each site whose visitors you want to call back.`;
const noWidget = `${widget} An operator of the console creates them.`;
const noWidgetOfMine = `${widget} The ones that an operator assigns you to are listed here.`;

export function WidgetsPage() {
  const { data, error, isFetching, refetch } = useQuery(widgetQueries.list());
  const can = useCan();
  const create = can('widgets.create') && (
    <Button component={Link} to={paths.newWidget()}>
      New widget
    </Button>
  );
  const others = can('team') ? noWidget : noWidgetOfMine;
  return (
    <>
      <PageHeader title="Widgets" actions={create} />
      {error && (
        <LoadError
          what="The widgets"
          error={error}
          shown={data && `The list may be incomplete or out of date: it shows ${count(data.widgets.length, 'widget')}.`}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && (
        <TableSkeleton columns={widgetColumnsFor(can)} label="Loading the widgets" selectable={can('widgets.update')} />
      )}
      {data && (
        <WidgetTable
          list={data}
          reading={isFetching}
          empty={!error && <Message heading="No widgets yet" text={create ? firstWidget : others} action={create} />}
        />
      )}
    </>
  );
}
