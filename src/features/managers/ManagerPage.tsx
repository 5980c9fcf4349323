import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatch } from 'react-router-dom';
import type { Assignment } from '#src/api/wire/managers.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { paths } from '#src/app/paths.ts';
import { assignmentName } from '#src/domain/user-name.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { useCan } from '#src/features/session/queries.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { TabLinks } from '#src/ui/TabLinks.tsx';
import { AssignmentSwitch } from './AssignmentSwitch.tsx';
import classes from './HoursPage.module.css';
import { useHoursHome } from './hours-home.ts';
import { assignmentQueries } from './queries.ts';

/** The frame around the tabs of one manager of one widget, which are child routes. */
export function ManagerPage() {
  const id = useIdParam();
  const userId = useIdParam('userId');
  const assignment = useQuery(assignmentQueries.detail(id, userId)).data;
  const widget = useQuery(widgetQueries.detail(id)).data;
  const home = useHoursHome(id);
  const can = useCan();
  const isHistory = useMatch(paths.managerHistory(':id', ':userId')) !== null;
  const what = isHistory ? 'History' : 'Hours';
  return (
    <>
      <PageHeader
        title={assignment ? titleOf(what, assignment, widget, home.isMine) : what}
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
      {can('activity') && (
        <TabLinks
          label="Manager"
          tabs={[
            { label: 'Hours', to: paths.managerHours(id, userId) },
            { label: 'History', to: paths.managerHistory(id, userId) },
          ]}
        />
      )}
      <Outlet />
    </>
  );
}

const managersOf = (widget: Widget | undefined) => (widget ? `Managers of ${widgetName(widget)}` : 'Managers');

function titleOf(what: string, assignment: Assignment, widget: Widget | undefined, isMine: boolean): string {
  if (!isMine) return `${what} of ${assignmentName(assignment)}`;
  return widget ? `My ${what.toLowerCase()} for ${widgetName(widget)}` : `My ${what.toLowerCase()}`;
}
