import { Button } from '@mantine/core';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router-dom';
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
          <Button component={Link} to={paths.widgets()} variant="default">
            Go to the widgets
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
