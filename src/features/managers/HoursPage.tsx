import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import type { Assignment } from '#src/api/wire/managers.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { AssignmentSwitch } from './AssignmentSwitch.tsx';
import { assignmentName } from './assignment-name.ts';
import { HoursForm } from './HoursForm.tsx';
import classes from './HoursPage.module.css';
import { HoursSkeleton } from './HoursSkeleton.tsx';
import { useHoursHome } from './hours-home.ts';
import { assignmentQueries } from './queries.ts';

/** The business hours of one manager of one widget. */
export function HoursPage() {
  const id = useIdParam();
  const userId = useIdParam('userId');
  // Read anew at every visit, then mounted: a copy from before would only meet "changed since you opened it".
  const fresh = useQuery({ ...assignmentQueries.detail(id, userId), staleTime: 0, refetchOnMount: 'always' });
  const widget = useQuery(widgetQueries.detail(id)).data;
  const assignment = fresh.isFetchedAfterMount ? fresh.data : undefined;
  const home = useHoursHome(id);
  const failed = fresh.error && !fresh.data;
  return (
    <>
      <PageHeader
        title={assignment ? titleOf(assignment, widget, home.isMine) : 'Hours'}
        back={<Link to={home.to}>{home.isMine ? 'My availability' : managersOf(widget)}</Link>}
        actions={
          widget &&
          assignment && (
            <span className={classes.enabled}>
              Enabled
              <AssignmentSwitch widget={widget} assignment={assignment} />
            </span>
          )
        }
      />
      {failed && (
        <LoadError
          what="The hours"
          error={fresh.error}
          retrying={fresh.isFetching}
          onRetry={() => void fresh.refetch()}
        />
      )}
      {!assignment && !failed && <HoursSkeleton />}
      {assignment && <HoursForm key={`${id}-${userId}`} widgetId={id} assignment={assignment} />}
    </>
  );
}

const managersOf = (widget: Widget | undefined) => (widget ? `Managers of ${widgetName(widget)}` : 'Managers');

function titleOf(assignment: Assignment, widget: Widget | undefined, isMine: boolean): string {
  if (!isMine) return `Hours of ${assignmentName(assignment)}`;
  return widget ? `My hours for ${widgetName(widget)}` : 'My hours';
}
