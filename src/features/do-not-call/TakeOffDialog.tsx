import type { BarredNumber } from '#src/api/wire/do-not-call.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { notify } from '#src/ui/notify.tsx';
import { readAs } from './number-text.ts';
import { useRemoveNumber } from './queries.ts';

/** Lets a number be called again. */
export function TakeOffDialog({ entry, onClose }: { entry: BarredNumber; onClose: () => void }) {
  const remove = useRemoveNumber();
  const number = readAs(entry);
  return (
    <ConfirmDialog
      title={`Take ${number} off the list?`}
      verb="Take off the list"
      takes
      change={remove}
      errorTitle="Not taken off"
      onConfirm={() =>
        remove.mutate(entry.id, {
          onSuccess: () => {
            notify.success({ title: 'Taken off the do-not-call list', message: number });
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      {`It can be called again at once. ${entry.added_by} added it because: ${entry.reason}`}
    </ConfirmDialog>
  );
}
