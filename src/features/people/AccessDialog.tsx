import type { Person } from '#src/api/wire/people.ts';
import { count } from '#src/lib/format.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { notify } from '#src/ui/notify.tsx';
import { useSetActive } from './queries.ts';

interface AccessDialogProps {
  person: Person;
  onClose: () => void;
}

/** Shuts somebody out, or lets them in again. */
export function AccessDialog({ person, onClose }: AccessDialogProps) {
  const { id, name, active } = person;
  const change = useSetActive();
  return (
    <ConfirmDialog
      title={`${active ? 'Deactivate' : 'Activate'} ${name}?`}
      verb={active ? 'Deactivate' : 'Activate'}
      takes={active}
      change={change}
      errorTitle={active ? 'Not deactivated' : 'Not activated'}
      onConfirm={() =>
        change.mutate(
          { id, active: !active },
          {
            onSuccess: () => {
              notify.success({ title: active ? 'Person deactivated' : 'Person activated', message: name });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      {active ? consequence(person) : `${name} can sign in again, with the role and the password that they had.`}
    </ConfirmDialog>
  );
}

function consequence({ name, role, sessions }: Person): string {
  return [
    sessions > 0 ? `${count(sessions, 'open session')} of ${name} ${sessions === 1 ? 'ends' : 'end'} at once.` : '',
    `${name} cannot sign in until somebody activates them again.`,
    role === 'operator' ? 'Links that they gave out are good no longer.' : '',
    'What they did stays in the trail.',
  ]
    .filter(Boolean)
    .join(' ');
}
