import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ApiError } from '#src/api/errors.ts';
import { type CallEntry, callQueries } from '#src/features/calls/queries.ts';
import { formatDateTime } from '#src/lib/format.ts';
import { BusyButton } from '#src/ui/BusyButton.tsx';
import type { Placed } from './CallbackForm.tsx';
import { CallList } from './CallList.tsx';
import type { SentIntent } from './intent.ts';
import { Panel } from './Panel.tsx';
import { RecentDialog } from './RecentDialog.tsx';
import { usePlacing } from './use-placing.ts';
import { WidgetNamed } from './WidgetNamed.tsx';

interface UnknownOutcomeProps {
  sent: SentIntent;
  /** Why there is no answer; left out where the page was reloaded meanwhile. */
  reason: string | undefined;
  onPlaced: (placed: Placed) => void;
  /** There is still no answer. */
  onUnknown: (sent: SentIntent, error: ApiError) => void;
  onBack: () => void;
}

/** Milliseconds by which the clock of the console's server may be ahead of CallPage's. */
const clockError = 10_000;

/** A request without an answer: what the history knows of the number, and another try that never places it twice. */
export function UnknownOutcome({ sent, reason, onPlaced, onUnknown, onBack }: UnknownOutcomeProps) {
  const { intent, at } = sent;
  const { sendAgain, question, error: refusal, loading } = usePlacing(onUnknown);
  const { data, error, isFetching, refetch } = useQuery({
    ...callQueries.ofNumber(intent.tel, at - clockError),
    refetchInterval: 5000,
  });
  return (
    <Panel tone="warn" heading="Outcome unknown">
      <p role="alert">
        {reason ?? 'The page was left before the answer came.'} A call to {intent.telText} for{' '}
        <WidgetNamed id={intent.widgetId} /> was asked for at {formatDateTime(at)}. Below is what the history knows of
        it.
      </p>
      <div role="status">{verdict(data, error)}</div>
      {data && data.length > 0 && <CallList linked label={`Calls to ${intent.telText}`} calls={data} />}
      {isRefusal(refusal) && <p role="alert">Not called: {refusal.message}</p>}
      <p className="dim">
        Sending it again is safe: if the first request arrived, you get its answer and nobody is called a second time.
      </p>
      <div>
        <BusyButton loading={isFetching} onClick={() => void refetch()}>
          Look again
        </BusyButton>
        <BusyButton
          variant="default"
          loading={loading}
          // What came of it is shown: by `onPlaced`, by `onUnknown` or by the refusal above.
          onClick={() => void sendAgain(sent).then(onPlaced, () => undefined)}
        >
          Send it again
        </BusyButton>
        <Button variant="default" onClick={onBack}>
          Back to the form
        </Button>
      </div>
      {question && <RecentDialog {...question} />}
    </Panel>
  );
}

/** Another answer that was lost is what the page tells already. */
const isRefusal = (error: Error | null): error is ApiError => error instanceof ApiError && !error.outcomeUnknown;

function verdict(calls: readonly CallEntry[] | undefined, error: Error | null): string {
  if (calls && calls.length > 0) return 'The history holds this number: the call was most likely placed.';
  if (error) return `The history could not be read. ${error.message}`;
  if (!calls) return 'Reading the history…';
  return 'The history does not hold this number yet. CallPage may still be at work: look again in a minute.';
}
