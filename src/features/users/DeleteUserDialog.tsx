import { Alert, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { User } from '#src/api/wire/users.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { userName } from '#src/domain/user-name.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { count } from '#src/lib/format.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { type AffectedWidgets, affectedWidgets } from './affected-widgets.ts';
import classes from './DeleteUserDialog.module.css';
import { useDeleteUser } from './queries.ts';

interface DeleteUserDialogProps {
  user: User;
  onClose: () => void;
  onDeleted: () => Promise<void>;
}

/** Names the widgets that lose a manager. Where there are any, or nobody can tell, the user's name has to be typed. */
export function DeleteUserDialog({ user, onClose, onDeleted }: DeleteUserDialogProps) {
  const { data, error, refetch } = useQuery(widgetQueries.list());
  const remove = useDeleteUser();
  const affected = data?.whole && !error ? affectedWidgets(data.widgets, user.id) : undefined;
  const name = userName(user);
  const asks = affected === undefined || affected.shared.length + affected.left.length > 0;

  return (
    <ConfirmDialog
      title={`Delete “${name}”?`}
      verb="Delete user"
      takes
      typed={asks ? name : undefined}
      change={remove}
      errorTitle="Not deleted"
      disabled={!affected && !error}
      onConfirm={() => remove.mutate(user.id, { onSuccess: onDeleted })}
      onClose={onClose}
    >
      <Text size="sm">
        {name} can no longer take calls{user.email !== null && ' or sign in'}. This cannot be undone.
      </Text>
      {affected && <Affected {...affected} />}
      {!affected && !error && (
        <Text size="sm" role="status">
          Reading which widgets lose a manager…
        </Text>
      )}
      {error && (
        <Alert color="yellow" role="alert" title="The widgets could not be read">
          Which of them lose a manager is not known. {error.message}
          <Button variant="default" size="xs" mt="xs" display="block" onClick={() => void refetch()}>
            Try again
          </Button>
        </Alert>
      )}
    </ConfirmDialog>
  );
}

function Affected({ shared, left }: AffectedWidgets) {
  if (shared.length + left.length === 0) return <Text size="sm">No widget has this user as a manager.</Text>;
  return (
    <>
      {left.length > 0 && (
        <WidgetNames text={`Nobody is called on ${count(left.length, 'widget')} any more:`} widgets={left} />
      )}
      {shared.length > 0 && (
        <WidgetNames
          text={`${count(shared.length, 'widget')} ${shared.length === 1 ? 'keeps' : 'keep'} other managers:`}
          widgets={shared}
        />
      )}
    </>
  );
}

function WidgetNames({ text, widgets }: { text: string; widgets: readonly Widget[] }) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {text}
      </Text>
      <ul className={classes.widgets}>
        {widgets.map((widget) => (
          <li key={widget.id}>{widgetName(widget)}</li>
        ))}
      </ul>
    </div>
  );
}
