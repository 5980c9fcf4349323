import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { Person } from '#src/api/wire/people.ts';
import { paths } from '#src/app/paths.ts';
import { useSession } from '#src/features/session/queries.ts';
import { formatDate } from '#src/lib/format.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { AccessDialog } from './AccessDialog.tsx';
import { AccessBadge } from './columns.tsx';
import { OpenSessions } from './OpenSessions.tsx';
import { PasswordLinkDialog } from './PasswordLinkDialog.tsx';
import { PersonForm } from './PersonForm.tsx';
import { peopleQueries } from './queries.ts';

export function PersonPage() {
  const { id } = useParams();
  const { data: people, error, isFetching, refetch } = useQuery(peopleQueries.list());
  const person = people?.find((one) => one.id === id);
  if (error && !people) {
    return (
      <>
        <title>Person · CallPage Console</title>
        <LoadError what="The person" error={error} retrying={isFetching} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!people) return <PageSkeleton />;
  // Loaded, then mounted: what arrives later never overwrites what is being typed.
  return person ? <LoadedPerson key={person.id} person={person} /> : <NoSuchPerson />;
}

function LoadedPerson({ person }: { person: Person }) {
  const isMe = useSession().person?.id === person.id;
  const [dialog, setDialog] = useState<'access' | 'password'>();
  const close = () => setDialog(undefined);
  return (
    <>
      <PageHeader
        title={person.name}
        back={<Link to={paths.people()}>People</Link>}
        aside={<AccessBadge active={person.active} />}
        actions={
          isMe ? (
            <Button component={Link} to={paths.account()} variant="default">
              Your account
            </Button>
          ) : (
            <>
              {person.active && (
                <Button variant="default" onClick={() => setDialog('password')}>
                  Password link…
                </Button>
              )}
              <Button
                variant="default"
                c={person.active ? 'var(--bad)' : undefined}
                onClick={() => setDialog('access')}
              >
                {person.active ? 'Deactivate…' : 'Activate…'}
              </Button>
            </>
          )
        }
      >
        <p className="dim">
          {person.email} · here since {formatDate(person.created_at)} ·{' '}
          <Link to={paths.activityOfPerson(person.id)}>What they did</Link>
        </p>
      </PageHeader>
      <PersonForm person={person} isMe={isMe} />
      {person.active && <OpenSessions person={person} isMe={isMe} />}
      {dialog === 'access' && <AccessDialog person={person} onClose={close} />}
      {dialog === 'password' && <PasswordLinkDialog person={person} onClose={close} />}
    </>
  );
}

function NoSuchPerson() {
  return (
    <>
      <title>Person not found · CallPage Console</title>
      <Message
        heading="There is no such person"
        text="The address may be mistyped: people are deactivated, but never deleted."
        action={
          <Button component={Link} to={paths.people()} variant="default">
            Go to the people
          </Button>
        }
      />
    </>
  );
}
