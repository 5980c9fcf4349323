import { Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { Dialog } from './Dialog.tsx';

interface LeaveGuardProps {
  /** Asked when someone is about to leave: is there something to lose? */
  when: () => boolean;
  onLeave: () => void;
  title?: string;
  text?: string;
  /** What staying is called. */
  stay?: string;
}

/** Asks before something is lost by leaving, by a link as by closing the window: a changed form, unless told otherwise. */
export function LeaveGuard({
  when,
  onLeave,
  title = 'Leave without saving?',
  text = 'Your changes on this page have not been saved.',
  stay = 'Keep editing',
}: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      (from.pathname !== to.pathname || from.search !== to.search) && when(),
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
    <Dialog onClose={() => blocker.reset()} title={title} closeButtonProps={{ 'aria-label': stay }}>
      <Text size="sm">{text}</Text>
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
          {stay}
        </Button>
      </Group>
    </Dialog>
  );
}
