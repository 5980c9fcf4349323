import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { ApiError } from '#src/api/errors.ts';
import { paths } from '#src/app/paths.ts';
import { Message } from '#src/ui/Message.tsx';

/** Stands in place of a widget that could not be read. */
export function WidgetError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const toList = (
    <Button component={Link} to={paths.widgets()} variant="default">
      Go to the widgets
    </Button>
  );
  if (error instanceof ApiError && error.status === 404) {
    return (
      <>
        <title>Widget not found · CallPage Console</title>
        <Message
          heading="There is no such widget"
          text="It may have been deleted, or the address is mistyped."
          action={toList}
        />
      </>
    );
  }
  return (
    <>
      <title>Widget · CallPage Console</title>
      <Message
        tone="error"
        heading="The widget could not be read"
        text={error.message}
        action={
          <>
            <Button onClick={onRetry}>Try again</Button>
            {toList}
          </>
        }
      />
    </>
  );
}
