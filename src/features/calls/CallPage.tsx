import '#src/ui/styles/mantine.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { ApiError } from '#src/api/errors.ts';
import { paths } from '#src/app/paths.ts';
import { useCan } from '#src/features/session/queries.ts';
import { formatDateTime, formatDuration } from '#src/lib/format.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { Facts } from '#src/ui/Facts.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { CallAnswers } from './CallAnswers.tsx';
import { CallStatus } from './CallStatus.tsx';
import type { CallEntry } from './entry.ts';
import { callQueries } from './queries.ts';

const back = <Link to={paths.calls()}>Calls</Link>;

export function CallPage() {
  const id = useIdParam();
  const can = useCan();
  const { data: call, error, isFetching, refetch } = useQuery(callQueries.detail(id));
  if (!call && error) return <NoCall error={error} retrying={isFetching} onRetry={() => void refetch()} />;
  if (!call) return <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={`Call to ${call.telText || `number unknown`}`}
        back={back}
        aside={<CallStatus call={call} />}
        actions={
          call.widgetId !== null &&
          can('widgets.callOrSchedule') && (
            <Button component={Link} to={paths.callbackTo(call.widgetId, call.tel)} variant="default">
              Call again…
            </Button>
          )
        }
      />
      {error && (
        <LoadError
          what="The call"
          error={error}
          shown="What you see may be out of date."
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      <Facts facts={factsOf(call)} />
      <CallAnswers call={call} />
    </>
  );
}

function factsOf(call: CallEntry) {
  const { createdAt, scheduledAt, cancelledAt, durationSeconds, rating, widgetId, referer } = call;
  const facts = [
    { name: 'Requested', value: createdAt === null ? 'Not told' : formatDateTime(createdAt) },
    { name: 'Scheduled for', value: scheduledAt !== null && formatDateTime(scheduledAt) },
    { name: 'Cancelled', value: cancelledAt !== null && formatDateTime(cancelledAt) },
    { name: 'Length', value: durationSeconds !== null && formatDuration(durationSeconds) },
    widgetId === null
      ? { name: 'Came by', value: call.widgetName }
      : { name: 'Widget', value: <Link to={paths.widget(widgetId)}>{call.widgetName}</Link> },
    { name: 'Manager', value: call.manager },
    { name: 'Extension', value: call.extension },
    { name: 'Department', value: call.department },
    { name: 'Rating', value: rating !== null && `${rating} of 5` },
    { name: 'Requested from', value: referer && <Referer url={referer} /> },
    { name: 'Tags', value: call.tags.join(', ') },
    { name: 'Notes', value: call.notes.filter(Boolean).join('; ') },
    { name: 'Calls of this number', value: call.tel && <Link to={paths.callsOf(call.tel)}>Show them all</Link> },
    { name: 'Call ID', value: <span className="tabular">{call.id}</span> },
  ];
  return facts.filter(({ value }) => value);
}

/** Written by a visitor's browser: a link only where it is a web address. */
function Referer({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return url;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {url}
    </a>
  );
}

function NoCall({ error, retrying, onRetry }: { error: Error; retrying: boolean; onRetry: () => void }) {
  const isMissing = error instanceof ApiError && error.status === 404;
  return (
    <>
      <PageHeader title={isMissing ? 'Call not found' : 'Call'} back={back} />
      {isMissing ? (
        <Message
          heading="There is no such call"
          text="The address may be mistyped, or the call is no longer kept."
          action={
            <Button component={Link} to={paths.calls()} variant="default">
              Go to the calls
            </Button>
          }
        />
      ) : (
        <LoadError what="The call" error={error} retrying={retrying} onRetry={onRetry} />
      )}
    </>
  );
}
