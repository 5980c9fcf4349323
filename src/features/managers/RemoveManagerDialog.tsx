import { assignmentName } from '#src/domain/user-name.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { useRemoveAssignment } from './queries.ts';
import type { ManagerRow } from './rows.ts';

interface RemoveManagerDialogProps {
  row: ManagerRow;
  onClose: () => void;
}

/** Asks first: hours could be written again, but no operation of the API puts a manager into a department. */
export function RemoveManagerDialog({ row: { widget, assignment }, onClose }: RemoveManagerDialogProps) {
  const remove = useRemoveAssignment();
  const name = assignmentName(assignment);
  return (
    <ConfirmDialog
      title={`Remove ${name} from “${widgetName(widget)}”?`}
      verb="Remove manager"
      takes
      change={remove}
      errorTitle="Not removed"
      onConfirm={() => remove.mutate({ widget_id: widget.id, user_id: assignment.user_id }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {`${name} is no longer called for this widget, and the hours are deleted. ${departmentsText(assignment)}`}
    </ConfirmDialog>
  );
}

function departmentsText({ departments }: ManagerRow['assignment']): string {
  const restored = 'CallPage’s API cannot restore: that takes CallPage’s own dashboard.';
  if (departments === undefined) return `Departments are lost too, which ${restored}`;
  if (departments.length === 0) return 'Assigning the user again starts with default hours.';
  const names = new Intl.ListFormat('en').format(departments.map(({ name }) => name));
  return `The place in ${names} is lost, which ${restored}`;
}
