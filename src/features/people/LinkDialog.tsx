import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { MadeLink } from '#src/api/wire/people.ts';
import { BusyButton } from '#src/ui/BusyButton.tsx';
import { Dialog } from '#src/ui/Dialog.tsx';
import { OneTimeLink } from './OneTimeLink.tsx';

interface LinkDialogProps {
  title: string;
  /** What the link is for, and what making one ends. */
  text: string;
  heading: string;
  change: { data: MadeLink | undefined; error: Error | null; isPending: boolean };
  onMake: () => void;
  onClose: () => void;
}

/** Makes a one-time link and shows it, once. */
export function LinkDialog({ title, text, heading, change, onMake, onClose }: LinkDialogProps) {
  const { data: made, error, isPending } = change;
  return (
    <Dialog onClose={onClose} title={title} size="lg" closeOnClickOutside={!made}>
      <Stack>
        {made ? <OneTimeLink heading={heading} made={made} /> : <Text size="sm">{text}</Text>}
        {error && (
          <Alert color="red" role="alert" title="No link was made">
            {error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {made ? 'Done' : 'Cancel'}
          </Button>
          {!made && (
            <BusyButton loading={isPending} onClick={onMake} data-autofocus>
              Make the link
            </BusyButton>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
