import { Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { Dialog } from './Dialog.tsx';

interface LeaveGuardProps {
  /** Asked when someone is about to leave: is there something to lose? */
  when: () => boolean;
  onLeave: () => void;
}

/** Asks before a changed form is left, by a link as by closing the window. */
export function LeaveGuard({ when, onLeave }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && when(),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (when()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);

  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      onClose={() => blocker.reset()}
      title="Leave without saving?"
      closeButtonProps={{ 'aria-label': 'Keep editing' }}
    >
      <Text size="sm">Your changes on this page have not been saved.</Text>
      <Group justify="flex-end" mt="lg">
        <Button
          variant="default"
          onClick={() => {
            onLeave();
            blocker.proceed();
          }}
        >
          Leave
        </Button>
        <Button data-autofocus onClick={() => blocker.reset()}>
          Keep editing
        </Button>
      </Group>
    </Dialog>
  );
}
