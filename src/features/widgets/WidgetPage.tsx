import '#src/ui/styles/mantine.ts';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Outlet, useNavigate } from 'react-router-dom';
import type { Permission } from '#src/api/wire/operations.ts';
import { paths } from '#src/app/paths.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { displayUrl, linkOf } from '#src/domain/widget-url.ts';
import { useCan } from '#src/features/session/queries.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { TabLinks } from '#src/ui/TabLinks.tsx';
import { DeleteWidgetDialog } from './DeleteWidgetDialog.tsx';
import { widgetQueries } from './queries.ts';
import { WidgetError } from './WidgetError.tsx';

/** The frame around a widget's tabs, which are child routes. */
export function WidgetPage() {
  const id = useIdParam();
  const { data: widget, error, refetch } = useQuery(widgetQueries.detail(id));
  const [deleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const can = useCan();
  if (error && !widget) return <WidgetError error={error} onRetry={() => void refetch()} />;
  if (!widget) return <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={widgetName(widget)}
        back={<Link to={paths.widgets()}>Widgets</Link>}
        actions={
          <>
            {can('widgets.create') && (
              <Button component={Link} to={paths.duplicateWidget(id)} variant="default">
                Duplicate
              </Button>
            )}
            {can('widgets.delete') && (
              <Button variant="default" c="var(--bad)" onClick={() => setDeleting(true)}>
                Delete…
              </Button>
            )}
          </>
        }
      >
        <a href={linkOf(widget.url)} target="_blank" rel="noreferrer" className="dim">
          {displayUrl(widget.url)}
        </a>
      </PageHeader>
      <TabLinks label="Widget" tabs={tabsOf(id).filter(({ needs }) => can(needs))} />
      <Outlet />
      {deleting && (
        <DeleteWidgetDialog
          widget={widget}
          onClose={() => setDeleting(false)}
          onDeleted={async () => {
            await navigate(paths.widgets(), { replace: true });
            // Nobody who comes Back finds a form for what is gone.
            client.removeQueries({ queryKey: widgetQueries.detail(id).queryKey });
          }}
        />
      )}
    </>
  );
}

const tabsOf = (id: number): { label: string; to: string; needs: Permission }[] => [
  { label: 'Overview', to: paths.widget(id), needs: 'widgets.get' },
  { label: 'Managers', to: paths.widgetManagers(id), needs: 'managers.list' },
  { label: 'SMS', to: paths.widgetSms(id), needs: 'sms.list' },
  { label: 'Voice', to: paths.widgetVoice(id), needs: 'voice.list' },
  { label: 'Edit', to: paths.widgetEdit(id), needs: 'widgets.update' },
  { label: 'History', to: paths.widgetHistory(id), needs: 'activity' },
];
