import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Widget } from '#src/api/wire/widgets.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { hostOf } from '#src/domain/widget-url.ts';
import { count } from '#src/lib/format.ts';
import { Dialog } from '#src/ui/Dialog.tsx';
import { useDeleteWidget } from './queries.ts';

interface DeleteWidgetDialogProps {
  widget: Widget;
  onClose: () => void;
  onDeleted: () => Promise<void>;
}

/** Much is lost and nothing brings it back, so the widget's host has to be typed. */
export function DeleteWidgetDialog({ widget, onClose, onDeleted }: DeleteWidgetDialogProps) {
  const [typed, setTyped] = useState('');
  const [mismatch, setMismatch] = useState(false);
  const remove = useDeleteWidget();
  const host = hostOf(widget.url);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim().toLowerCase() !== host.toLowerCase()) return setMismatch(true);
    remove.mutate(widget.id, { onSuccess: onDeleted });
  };

  return (
    <Dialog onClose={onClose} title={`Delete “${widgetName(widget)}”?`}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">
            The call button disappears from {host}. Its {count(widget.managers.length, 'manager assignment')}, hours and
            message templates are deleted with it. This cannot be undone.
          </Text>
          <TextInput
            data-autofocus
            label={`Type ${host} to confirm`}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              setMismatch(false);
            }}
            error={mismatch && `Type exactly ${host}.`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          {remove.error && (
            <Alert color="red" role="alert" title="Not deleted">
              {remove.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" loading={remove.isPending}>
              Delete widget
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
