import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { callQueries } from '#src/features/calls/queries.ts';
import { BusyButton } from '#src/ui/BusyButton.tsx';
import type { Placed } from './CallbackForm.tsx';
import { CallState } from './CallList.tsx';
import { Panel } from './Panel.tsx';
import { WidgetNamed } from './WidgetNamed.tsx';

interface PlacedCallProps {
  placed: Placed;
  onAgain: () => void;
}

/** What became of the request: the call's id, and its state for as long as one looks. */
export function PlacedCall({ placed: { id, intent }, onAgain }: PlacedCallProps) {
  const { data: call, error, isFetching, refetch } = useQuery(callQueries.detail(id));
  return (
    <Panel tone="ok" heading={`Call ${id} to ${intent.telText}`}>
      <p>
        For <WidgetNamed id={intent.widgetId} />, whose managers take the call.
      </p>
      <p role="status">
        {call && <CallState call={call} />}
        {!call && !error && 'Placed. Reading its state…'}
        {!call && error && `The call was placed, but its state could not be read. ${error.message}`}
      </p>
      <div>
        <Button component={Link} to={paths.call(id)} variant="default">
          Open the call
        </Button>
        {!call && error && (
          <BusyButton variant="default" loading={isFetching} onClick={() => void refetch()}>
            Read its state again
          </BusyButton>
        )}
        <Button onClick={onAgain}>Call another number</Button>
      </div>
    </Panel>
  );
}
