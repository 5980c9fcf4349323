import type { Person } from '#src/api/wire/people.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { useMakePasswordLink } from './queries.ts';

interface PasswordLinkDialogProps {
  person: Person;
  onClose: () => void;
}

/** For somebody who has forgotten their password, or is kept from trying. */
export function PasswordLinkDialog({ person: { id, name }, onClose }: PasswordLinkDialogProps) {
  const make = useMakePasswordLink();
  return (
    <LinkDialog
      title={`Password link for ${name}`}
      text={`With it ${name} chooses a new password. Using it ends their open sessions, and an earlier password link is good no longer.`}
      heading="Password link"
      change={make}
      onMake={() => make.mutate(id)}
      onClose={onClose}
    />
  );
}
