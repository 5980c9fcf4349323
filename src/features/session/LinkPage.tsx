import '#src/ui/styles/mantine.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { ApiError } from '#src/api/errors.ts';
import { paths } from '#src/app/paths.ts';
import { consoleRoleNames } from '#src/domain/console-roles.ts';
import { formatDateTime } from '#src/lib/format.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { Card } from './Card.tsx';
import { sessionQueries } from './queries.ts';

const titles = {
  invitation: 'Join CallPage Console',
  set_up: 'Set up CallPage Console',
  password: 'Choose a new password',
};

/** Where the link of an invitation, of the set-up or for a new password leads. Its token is good once. */
export function LinkPage() {
  // Read once: the address loses it when the link was used.
  const [token] = useState(() => window.location.hash.slice(1));
  const { data: link, error, isFetching, refetch } = useQuery(sessionQueries.link(token));
  const { data: session } = useQuery(sessionQueries.current());
  const navigate = useNavigate();
  if (link) {
    const others = session?.person && `You are signed in as ${session.person.name}: going on signs you out.`;
    return (
      <Card title={titles[link.kind]}>
        <p className="dim">
          {link.kind === 'password' ? `For ${link.email}.` : `You will be ${article(consoleRoleNames[link.role])}.`}{' '}
          This link is good once, until {formatDateTime(link.expires_at)}. {others}
        </p>
        <AcceptForm token={token} link={link} onDone={() => void navigate(paths.home(), { replace: true })} />
      </Card>
    );
  }
  if (!error) {
    return (
      <Card title="Opening the link">
        <PageSkeleton />
      </Card>
    );
  }
  return (
    <Card title="This link does not open">
      {error instanceof ApiError && error.reason === 'link_invalid' ? (
        // Another try would change nothing.
        <p role="alert">{error.message}</p>
      ) : (
        <LoadError what="The link" error={error} retrying={isFetching} onRetry={() => void refetch()} />
      )}
      <Button component={RouterLink} to={paths.home()} variant="default">
        Go to the console
      </Button>
    </Card>
  );
}

const article = (noun: string) => `${/^[AEIOU]/.test(noun) ? 'an' : 'a'} ${noun}`;
