import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type CallEntry, callQueries } from '#src/features/calls/queries.ts';
import { formatInstant } from '#src/lib/format.ts';
import { CallList } from './CallList.tsx';
import type { SentIntent } from './intent.ts';
import { Panel } from './Panel.tsx';

interface UnknownOutcomeProps {
  sent: SentIntent;
  /** Why there is no answer; left out where the page was reloaded meanwhile. */
  reason: string | undefined;
  onBack: () => void;
}

/** The browser's clock may be ahead of CallPage's. */
const clockError = 120_000;

/** A request without an answer: what the history knows of the number, and never a second request. */
export function UnknownOutcome({ sent: { intent, at }, reason, onBack }: UnknownOutcomeProps) {
  const { data, error, isFetching, refetch } = useQuery({
    ...callQueries.ofNumber(intent.tel, at - clockError),
    refetchInterval: 5000,
  });
  return (
    <Panel tone="warn" heading="Outcome unknown">
      <p role="alert">
        {reason ?? 'The page was left before the answer came.'} A call to {intent.telText} was asked for at{' '}
        {formatInstant(at)}. Below is what the history knows of it.
      </p>
      <div role="status">{verdict(data, error)}</div>
      {data && data.length > 0 && <CallList linked label={`Calls to ${intent.telText}`} calls={data} />}
      <div>
        <Button loading={isFetching} onClick={() => void refetch()}>
          Look again
        </Button>
        <Button variant="default" onClick={onBack}>
          Back to the form
        </Button>
      </div>
    </Panel>
  );
}

function verdict(calls: readonly CallEntry[] | undefined, error: Error | null): string {
  if (calls && calls.length > 0) return 'The history holds this number: the call was most likely placed.';
  if (error) return `The history could not be read. ${error.message}`;
  if (!calls) return 'Reading the history…';
  return 'The history does not hold this number yet. CallPage may still be at work: look again in a minute.';
}
