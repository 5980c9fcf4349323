import { Button } from '@mantine/core';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router-dom';
import { Message } from '#src/ui/Message.tsx';
import { paths } from './paths.ts';

export function NotFoundPage() {
  return (
    <>
      <title>Page not found · CallPage Console</title>
      <Message
        heading="Page not found"
        text="The address may be mistyped, or what it showed is gone."
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
      <title>Something went wrong · CallPage Console</title>
      <Message
        tone="error"
        heading="This page could not be shown"
        text={error instanceof Error ? error.message : 'An unexpected error stopped it.'}
        action={<Button onClick={() => window.location.reload()}>Reload the page</Button>}
      />
    </>
  );
}
