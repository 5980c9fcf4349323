import { widgetName } from '#src/domain/widget-name.ts';
import { Switch } from '#src/ui/Switch.tsx';
import { assignmentName } from './assignment-name.ts';
import { useAssignmentSwitch } from './queries.ts';
import type { ManagerRow } from './rows.ts';

export function AssignmentSwitch({ widget, assignment }: Pick<ManagerRow, 'widget' | 'assignment'>) {
  const { enabled, setEnabled } = useAssignmentSwitch(widget, assignment);
  return (
    <Switch
      aria-label={`${assignmentName(assignment)} is enabled for ${widgetName(widget)}`}
      checked={enabled}
      onChange={({ currentTarget }) => setEnabled(currentTarget.checked)}
    />
  );
}
