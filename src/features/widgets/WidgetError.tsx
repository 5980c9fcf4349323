import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { ApiError } from '#src/api/errors.ts';
import { paths } from '#src/app/paths.ts';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';

/** Stands in place of a widget that could not be read. */
export function WidgetError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const toList = (
    <Button component={Link} to={paths.widgets()} variant="default">
      Go to the widgets
    </Button>
  );
  // An id that CallPage refuses, such as a word, is none of a widget either.
  if (error instanceof ApiError && (error.status === 404 || error.fields.widget_id)) {
    return (
      <>
        <PageHeader title="Widget not found" />
        <Message
          heading="There is no such widget"
          text="It may have been deleted, or the address is mistyped."
          action={toList}
        />
      </>
    );
  }
  if (error instanceof ApiError && error.reason === 'not_yours') {
    return (
      <>
        <PageHeader title="Widget" />
        <Message tone="forbidden" heading="You are not assigned to this widget" text={error.message} action={toList} />
      </>
    );
  }
  return (
    <>
      <PageHeader title="Widget" />
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
