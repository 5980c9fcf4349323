import { Button } from '@mantine/core';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router-dom';
import { consoleRoleNames } from '#src/domain/console-roles.ts';
import { useSession } from '#src/features/session/queries.ts';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { paths } from './paths.ts';

export function NotFoundPage() {
  return (
    <>
      <PageHeader title="Page not found" />
      <Message
        heading="There is nothing at this address"
        text="It may be mistyped, or what it showed is gone."
        action={
          <Button component={Link} to={paths.home()} variant="default">
            Go to your start page
          </Button>
        }
      />
    </>
  );
}

/** What a page shows to whom it is not for. */
export function NotAllowedPage() {
  const { person } = useSession();
  return (
    <>
      <PageHeader title="Not for your role" />
      <Message
        tone="forbidden"
        heading="You cannot open this page"
        text={`You are signed in as ${person ? consoleRoleNames[person.role] : 'nobody'}. An operator of the console can open it, or give you another role.`}
        action={
          <Button component={Link} to={paths.home()} variant="default">
            Go to your start page
          </Button>
        }
      />
    </>
  );
}

/** What a page shows when its code cannot be loaded or fails while it renders. */
export function ErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <>
      <PageHeader title="Something went wrong" />
      <Message
        tone="error"
        heading="This page could not be shown"
        text={error instanceof Error ? error.message : 'An unexpected error stopped it.'}
        action={<Button onClick={() => window.location.reload()}>Reload the page</Button>}
      />
    </>
  );
}
