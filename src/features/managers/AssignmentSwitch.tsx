import { assignmentName } from '#src/domain/user-name.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { useCan } from '#src/features/session/queries.ts';
import { EnabledBadge } from '#src/ui/EnabledBadge.tsx';
import { Switch } from '#src/ui/Switch.tsx';
import { useAssignmentSwitch } from './queries.ts';
import type { ManagerRow } from './rows.ts';

type Of = Pick<ManagerRow, 'widget' | 'assignment'>;

export function AssignmentSwitch(of: Of) {
  return useCan()('managers.update') ? <OneSwitch {...of} /> : <EnabledBadge enabled={of.assignment.enabled} />;
}

function OneSwitch({ widget, assignment }: Of) {
  const { enabled, setEnabled } = useAssignmentSwitch(widget, assignment);
  return (
    <Switch
      aria-label={`${assignmentName(assignment)} is enabled for ${widgetName(widget)}`}
      checked={enabled}
      onChange={({ currentTarget }) => setEnabled(currentTarget.checked)}
    />
  );
}
