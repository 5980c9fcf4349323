import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Widget } from '#src/api/wire/widgets.ts';
import { userFilter, userOptions } from '#src/domain/user-options.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { userQueries } from '#src/features/users/queries.ts';
import { count } from '#src/lib/format.ts';
import { ConfirmForm } from '#src/ui/ConfirmForm.tsx';
import { Dialog } from '#src/ui/Dialog.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import { notify } from '#src/ui/notify.tsx';
import { SearchMultiSelect } from '#src/ui/SearchMultiSelect.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import { useAssignUsers } from './queries.ts';

interface AssignDialogProps {
  widget: Widget;
  /** Who is a manager of the widget already. */
  assigned: readonly { user_id: number }[];
  onClose: () => void;
}

export function AssignDialog({ widget, assigned, onClose }: AssignDialogProps) {
  const { data: users, error, isFetching, refetch } = useQuery(userQueries.list());
  const taken = new Set(assigned.map(({ user_id }) => user_id));
  return (
    <Dialog onClose={onClose} title={`Assign managers to “${widgetName(widget)}”`}>
      {error && !users && (
        <LoadError what="The users" error={error} retrying={isFetching} onRetry={() => void refetch()} />
      )}
      {!users && !error && <Skeleton height="6rem" />}
      {users && <AssignForm widget={widget} users={users.filter(({ id }) => !taken.has(id))} onClose={onClose} />}
    </Dialog>
  );
}

interface AssignFormProps {
  widget: Widget;
  users: readonly { id: number; name: string; email: string | null; tel: string }[];
  onClose: () => void;
}

function AssignForm({ widget, users, onClose }: AssignFormProps) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [missing, setMissing] = useState(false);
  const assign = useAssignUsers();
  const field = useRef<HTMLInputElement>(null);
  // The dialog was there before the users were, so its focus is still on what was there then.
  useEffect(() => field.current?.focus(), []);

  const submit = () => {
    if (chosen.length === 0) return setMissing(true);
    assign.mutate(
      { widgetId: widget.id, userIds: chosen.map(Number) },
      {
        onSuccess: ({ added, present }) => {
          notify.success({
            title: `${count(added, 'manager')} assigned`,
            message: present > 0 ? `${count(present, 'user')} had been assigned meanwhile and kept the hours.` : '',
          });
          onClose();
        },
      },
    );
  };

  if (users.length === 0) {
    return (
      <Stack>
        <Text size="sm">Every user of the account is a manager of this widget already.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <ConfirmForm verb="Assign" change={assign} errorTitle="Not assigned" onConfirm={submit} onClose={onClose}>
      <SearchMultiSelect
        ref={field}
        label="Users"
        description="They are called Monday to Friday 09:00–17:00, Warsaw time, until you change their hours."
        placeholder={chosen.length === 0 ? 'Search by name, email or number' : undefined}
        data={userOptions(users)}
        filter={userFilter(users)}
        value={chosen}
        onChange={(values) => {
          setChosen(values);
          setMissing(false);
        }}
        error={missing && 'Choose at least one user.'}
        nothingFoundMessage="No user matches"
      />
    </ConfirmForm>
  );
}
