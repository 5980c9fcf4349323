import { BusyButton } from './BusyButton.tsx';
import classes from './list.module.css';
import { Message } from './Message.tsx';

interface LoadErrorProps {
  /** What could not be read: `The widgets`. */
  what: string;
  error: Error & { reason?: string | undefined };
  /** Something is on the page all the same: says what, and the error stands above it instead of in its place. */
  shown?: string | undefined;
  retrying: boolean;
  onRetry: () => void;
}

/** A failed read: what happened, what is there all the same, and another try, unless it is somebody else's to read. */
export function LoadError({ what, error, shown, retrying, onRetry }: LoadErrorProps) {
  const retry = (
    <BusyButton variant="default" loading={retrying} onClick={onRetry}>
      Try again
    </BusyButton>
  );
  if (error.reason === 'not_yours' || error.reason === 'not_allowed') {
    return <Message tone="forbidden" heading="This is not yours to see" text={error.message} />;
  }
  if (shown === undefined) {
    return <Message tone="error" heading={`${what} could not be read`} text={error.message} action={retry} />;
  }
  return (
    <div role="alert" className={classes.partial}>
      <span>
        {shown} {error.message}
      </span>
      {retry}
    </div>
  );
}
