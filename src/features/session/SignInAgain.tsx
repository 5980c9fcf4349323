import '#src/ui/styles/mantine.ts';
import { Alert, Button, Stack, Text } from '@mantine/core';
import type { SignedIn } from '#src/api/wire/session.ts';
import { consoleRoleNames } from '#src/domain/console-roles.ts';
import { BusyButton } from '#src/ui/BusyButton.tsx';
import { Dialog } from '#src/ui/Dialog.tsx';
import { useDemoSignIn, useLeave, useSession } from './queries.ts';
import { SignInForm } from './SignInForm.tsx';

/** Over a page whose session has ended: the same person signs in, and what was under way goes on. */
export default function SignInAgain({ person }: { person: SignedIn }) {
  const { demo } = useSession();
  const leave = useLeave();
  const isDemo = person.id === `demo-${person.role}` && demo.includes(person.role);
  return (
    <Dialog
      title="Your session has ended"
      onClose={leave}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Text size="sm">
          Sign in again as {person.name} to go on. This page stays as it is, with everything that you typed.
        </Text>
        {isDemo ? <DemoAgain person={person} /> : <SignInForm email={person.email} />}
        <Button variant="subtle" color="gray" onClick={leave}>
          Sign in as somebody else
        </Button>
      </Stack>
    </Dialog>
  );
}

function DemoAgain({ person: { role } }: { person: SignedIn }) {
  const { mutate, isPending, error } = useDemoSignIn();
  return (
    <>
      {error && (
        <Alert color="red" role="alert" title="Not signed in">
          {error.message}
        </Alert>
      )}
      <BusyButton data-autofocus loading={isPending} onClick={() => mutate({ role })}>
        Go on as {consoleRoleNames[role]}
      </BusyButton>
    </>
  );
}
