import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { hoursAndZoneInWords } from '#src/domain/business-hours/words.ts';
import { assignmentName } from '#src/domain/user-name.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { AssignmentSwitch } from './AssignmentSwitch.tsx';
import classes from './columns.module.css';
import type { ManagerRow } from './rows.ts';

/** What the person may do with a manager of a widget. */
export interface Offered {
  /** Switch them and edit their hours. */
  update: boolean;
  remove: ((row: ManagerRow) => void) | undefined;
}

/** What the managers of one widget show. */
export const widgetManagerColumns = (offered: Offered): readonly Column<ManagerRow>[] => [
  manager(offered),
  {
    key: 'hours',
    header: 'Hours',
    rank: 3,
    card: 'wide',
    width: '32%',
    cell: ({ assignment: { business_times: hours } }) => (
      <span className={classes.hours}>{hours ? hoursAndZoneInWords(hours) : 'Not told by CallPage'}</span>
    ),
  },
  {
    key: 'departments',
    header: 'Departments',
    rank: 4,
    width: '16%',
    cell: ({ assignment }) => assignment.departments?.map(({ name }) => name).join(', ') || 'None',
  },
  enabled,
  ...actions(offered),
];

/**
 * What the managers of the account show: `widgets/all` names neither hours nor departments.
 * @param tels the numbers of users for reading, which it does not tell either
 */
export const accountManagerColumns = (
  offered: Offered,
  tels: ReadonlyMap<number, string> = new Map(),
): readonly Column<ManagerRow>[] => [
  { ...manager(offered), sortable: true },
  {
    key: 'widget',
    header: 'Widget',
    rank: 3,
    sortable: true,
    card: 'wide',
    cell: ({ widget }) => <Link to={paths.widgetManagers(widget.id)}>{widgetName(widget)}</Link>,
  },
  {
    key: 'tel',
    header: 'Number',
    card: 'wide',
    width: '11rem',
    cell: ({ assignment: { user, user_id } }) => (
      <span className="tabular">{tels.get(user_id) || user?.tel || 'None'}</span>
    ),
  },
  { ...enabled, sortable: true },
  ...actions(offered),
];

const manager = ({ update }: Offered): Column<ManagerRow> => ({
  key: 'manager',
  header: 'Manager',
  rank: 1,
  cell: ({ widget, assignment }) =>
    update ? (
      <Link to={paths.managerHours(widget.id, assignment.user_id)}>{assignmentName(assignment)}</Link>
    ) : (
      assignmentName(assignment)
    ),
});

const enabled: Column<ManagerRow> = {
  key: 'enabled',
  header: 'Enabled',
  rank: 2,
  width: '5.5rem',
  cell: (row) => <AssignmentSwitch {...row} />,
};

const actions = ({ update, remove }: Offered): Column<ManagerRow>[] =>
  update ? [{ ...actionsColumn, cell: (row) => <Actions row={row} remove={remove} /> }] : [];

const actionsColumn = { key: 'actions', header: 'Actions', rank: 2, card: 'wide', width: '12rem' } as const;

function Actions({ row, remove }: { row: ManagerRow; remove: Offered['remove'] }) {
  return (
    <span className={classes.actions}>
      <Button
        component={Link}
        to={paths.managerHours(row.widget.id, row.assignment.user_id)}
        variant="subtle"
        size="compact-sm"
        aria-label={`Edit the hours of ${assignmentName(row.assignment)} for ${widgetName(row.widget)}`}
      >
        Edit hours
      </Button>
      {remove && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`Remove ${assignmentName(row.assignment)} from ${widgetName(row.widget)}`}
          onClick={() => remove(row)}
        >
          Remove…
        </Button>
      )}
    </span>
  );
}
