import '#src/ui/styles/mantine.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { Message } from '#src/ui/Message.tsx';
import { Card } from './Card.tsx';
import { DemoPeople } from './DemoPeople.tsx';
import { forgetWhatWasRead, useSession } from './queries.ts';
import { SignInForm } from './SignInForm.tsx';

/** Stands in place of whatever page was asked for, which is there once somebody is signed in. */
export default function SignInPage() {
  const session = useSession();
  const client = useQueryClient();
  useEffect(() => forgetWhatWasRead(client), [client]);
  const asks = !session.set_up || session.demo.length > 0;
  return (
    <Card title="Sign in">
      {session.left && <Navigate to={paths.home()} replace />}
      {session.demo.length > 0 && <DemoPeople roles={session.demo} />}
      {asks ? (
        <SignInForm />
      ) : (
        <Message
          heading="Nobody can sign in yet"
          text="The server has printed a set-up link when it started: open it to become the first operator."
        />
      )}
    </Card>
  );
}
