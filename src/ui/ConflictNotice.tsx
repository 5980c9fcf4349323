import { Alert, Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ChangedError } from '#src/lib/changed-error.ts';

interface ConflictNoticeProps {
  error: ChangedError;
  onResolve: (keep: 'mine' | 'theirs') => void;
}

/**
 * Somebody else changed the object since the form was opened: nothing was saved, and the person decides. The focus goes
 * to the question, whose answers are the next two stops.
 */
export function ConflictNotice({ error: { what, fields }, onResolve }: ConflictNoticeProps) {
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <Alert
      ref={question}
      tabIndex={-1}
      color="yellow"
      role="alert"
      title={`This ${what} was changed since you opened it`}
    >
      Someone changed {new Intl.ListFormat('en').format(fields)} meanwhile, so nothing was saved. Keep what you typed
      and save again to overwrite, or load the new version and lose what you typed.
      <Group mt="sm" gap="xs">
        <Button variant="default" onClick={() => onResolve('mine')}>
          Keep mine
        </Button>
        <Button variant="default" onClick={() => onResolve('theirs')}>
          Load the new version
        </Button>
      </Group>
    </Alert>
  );
}
