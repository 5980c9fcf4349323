import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { User } from '#src/api/wire/users.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { count } from '#src/lib/format.ts';
import { Dialog } from '#src/ui/Dialog.tsx';
import { type AffectedWidgets, affectedWidgets } from './affected-widgets.ts';
import classes from './DeleteUserDialog.module.css';
import { useDeleteUser } from './queries.ts';
import { userName } from './user-name.ts';

interface DeleteUserDialogProps {
  user: User;
  onClose: () => void;
  onDeleted: () => Promise<void>;
}

/** Names the widgets that lose a manager. Where there are any, or nobody can tell, the user's name has to be typed. */
export function DeleteUserDialog({ user, onClose, onDeleted }: DeleteUserDialogProps) {
  const { data, error, refetch } = useQuery(widgetQueries.list());
  const [typed, setTyped] = useState('');
  const [mismatch, setMismatch] = useState(false);
  const remove = useDeleteUser();
  const affected = data?.whole && !error ? affectedWidgets(data.widgets, user.id) : undefined;
  const name = userName(user);
  const asks = affected === undefined || affected.shared.length + affected.left.length > 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asks && typed.trim().toLowerCase() !== name.trim().toLowerCase()) return setMismatch(true);
    remove.mutate(user.id, { onSuccess: onDeleted });
  };

  return (
    <Dialog onClose={onClose} title={`Delete “${name}”?`}>
      <form onSubmit={submit} noValidate>
        <Stack>
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
          {asks && (
            <TextInput
              data-autofocus
              label={`Type ${name} to confirm`}
              value={typed}
              onChange={({ currentTarget }) => {
                setTyped(currentTarget.value);
                setMismatch(false);
              }}
              error={mismatch && `Type exactly ${name}.`}
              autoComplete="off"
              spellCheck={false}
            />
          )}
          {remove.error && (
            <Alert color="red" role="alert" title="Not deleted">
              {remove.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" loading={remove.isPending} disabled={!affected && !error}>
              Delete user
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
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
        <WidgetNames text={`${count(shared.length, 'widget')} keep other managers:`} widgets={shared} />
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
