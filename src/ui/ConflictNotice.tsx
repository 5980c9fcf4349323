import { Alert, Button, Group } from '@mantine/core';

interface ConflictNoticeProps {
  /** `widget` */
  what: string;
  /** What was changed meanwhile, in the words of the form. */
  fields: readonly string[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else changed the object since the form was opened: nothing was saved, and the person decides. */
export function ConflictNotice({ what, fields, onKeepMine, onTakeTheirs }: ConflictNoticeProps) {
  return (
    <Alert color="yellow" role="alert" title={`This ${what} was changed since you opened it`}>
      Someone changed {new Intl.ListFormat('en').format(fields)} meanwhile, so nothing was saved. Keep what you typed
      and save again to overwrite, or load the new version and lose what you typed.
      <Group mt="sm" gap="xs">
        <Button variant="default" onClick={onKeepMine}>
          Keep mine
        </Button>
        <Button variant="default" onClick={onTakeTheirs}>
          Load the new version
        </Button>
      </Group>
    </Alert>
  );
}
