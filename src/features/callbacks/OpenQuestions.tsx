import { Alert, Button } from '@mantine/core';
import { formatDateTime } from '#src/lib/format.ts';
import { type SentIntent, unanswered } from './intent.ts';
import classes from './Panel.module.css';

interface OpenQuestionsProps {
  /** Of the address whose form stands below: what was sent from it is not told here. */
  search: string;
  onLook: (sent: SentIntent) => void;
}

/** Calls that this tab asked for from elsewhere and whose answer it has not got: told beside the form, not in its place. */
export function OpenQuestions({ search, onLook }: OpenQuestionsProps) {
  return unanswered
    .all()
    .filter((sent) => sent.search !== search)
    .map((sent) => (
      <Alert key={sent.key} color="yellow" role="status" className={classes.open}>
        <div className={classes.question}>
          <span>
            Whether {sent.intent.telText} is called is not known yet: it was asked for at {formatDateTime(sent.at)}.
          </span>
          <Button variant="default" size="compact-sm" onClick={() => onLook(sent)}>
            See what became of it
          </Button>
        </div>
      </Alert>
    ));
}
