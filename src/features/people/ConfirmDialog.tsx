import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '#src/ui/Dialog.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What follows from it. */
  children: ReactNode;
  verb: string;
  /** Takes something away from somebody. */
  takes?: boolean;
  change: { error: Error | null; isPending: boolean };
  /** What it is called when nothing came of it: `Not deactivated`. */
  errorTitle: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done to a person. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, verb, takes = false, change, errorTitle, onConfirm, onClose } = props;
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack>
        <Text size="sm">{children}</Text>
        {change.error && (
          <Alert color="red" role="alert" title={errorTitle}>
            {change.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus={takes || undefined}>
            Cancel
          </Button>
          <Button
            color={takes ? 'red' : undefined}
            loading={change.isPending}
            onClick={onConfirm}
            data-autofocus={!takes || undefined}
          >
            {verb}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
