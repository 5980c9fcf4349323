import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { widgetName } from '#src/domain/widget-name.ts';
import { Dialog } from '#src/ui/Dialog.tsx';
import { assignmentName } from './assignment-name.ts';
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
    <Dialog onClose={onClose} title={`Remove ${name} from “${widgetName(widget)}”?`}>
      <Stack>
        <Text size="sm">
          {name} is no longer called for this widget, and the hours are deleted. {departmentsText(assignment)}
        </Text>
        {remove.error && (
          <Alert color="red" role="alert" title="Not removed">
            {remove.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate({ widget_id: widget.id, user_id: assignment.user_id }, { onSuccess: onClose })}
          >
            Remove manager
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function departmentsText({ departments }: ManagerRow['assignment']): string {
  const restored = 'CallPage’s API cannot restore: that takes CallPage’s own dashboard.';
  if (departments === undefined) return `Departments are lost too, which ${restored}`;
  if (departments.length === 0) return 'Assigning the user again starts with default hours.';
  const names = new Intl.ListFormat('en').format(departments.map(({ name }) => name));
  return `The place in ${names} is lost, which ${restored}`;
}
