import '#src/ui/styles/mantine.ts';
import { Button, Group, Text } from '@mantine/core';
import { Dialog } from '#src/ui/Dialog.tsx';

interface SignOutDialogProps {
  onClose: () => void;
  onSignOut: () => void;
}

export default function SignOutDialog({ onClose, onSignOut }: SignOutDialogProps) {
  return (
    <Dialog title="Sign out and delete what is not saved?" onClose={onClose}>
      <Text size="sm">
        This browser keeps forms that you have filled in and not sent. Signing out deletes them, so that nobody else at
        this browser finds them.
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onSignOut}>
          Sign out
        </Button>
        <Button data-autofocus onClick={onClose}>
          Stay signed in
        </Button>
      </Group>
    </Dialog>
  );
}
