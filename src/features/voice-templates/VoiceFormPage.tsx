import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { voiceName } from '#src/domain/messages.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { voiceQueries } from './queries.ts';
import { VoiceForm } from './VoiceForm.tsx';

/** Loads, then mounts the form: what arrives later never overwrites what is being typed. */
export function VoiceFormPage() {
  const widgetId = useIdParam();
  const messageId = useSearchParams()[0].get('message') ?? '';
  const { data: widget } = useQuery(widgetQueries.detail(widgetId));
  const { data: messages, error, isFetching, refetch } = useQuery(voiceQueries.list(widgetId));
  const message = messages?.find(({ message_id }) => message_id === messageId);
  const back = <Link to={paths.widgetVoice(widgetId)}>{widget ? widgetName(widget) : 'Voice'}</Link>;
  if (!messages && !error) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={voiceName(messageId)} back={back} />
      {error && !messages && (
        <LoadError what="The message" error={error} retrying={isFetching} onRetry={() => void refetch()} />
      )}
      {message && <VoiceForm key={`${widgetId} ${messageId}`} widgetId={widgetId} message={message} />}
      {messages && !message && (
        <Message
          heading="There is no such message"
          text="CallPage does not list it for this widget."
          action={
            <Button component={Link} to={paths.widgetVoice(widgetId)} variant="default">
              Go to the voice messages
            </Button>
          }
        />
      )}
    </>
  );
}
