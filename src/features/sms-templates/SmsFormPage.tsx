import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { smsName } from '#src/domain/messages.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { smsQueries } from './queries.ts';
import { SmsForm } from './SmsForm.tsx';

/** Loads, then mounts the form: what arrives later never overwrites what is being typed. */
export function SmsFormPage() {
  const widgetId = useIdParam();
  const messageId = useSearchParams()[0].get('message') ?? '';
  const widget = useQuery(widgetQueries.detail(widgetId));
  const messages = useQuery(smsQueries.list(widgetId));
  const message = messages.data?.find(({ message_id }) => message_id === messageId);
  const failed = [widget, messages].find(({ error, data }) => error && !data);
  const name = smsName(messageId);
  const back = <Link to={paths.widgetSms(widgetId)}>{widget.data ? widgetName(widget.data) : 'SMS'}</Link>;
  const header = <PageHeader title={name} back={back} />;

  if (failed?.error) {
    return (
      <>
        {header}
        <LoadError
          what="The message"
          error={failed.error}
          retrying={failed.isFetching}
          onRetry={() => void failed.refetch()}
        />
      </>
    );
  }
  if (!widget.data || !messages.data) return <PageSkeleton />;
  return (
    <>
      {header}
      {message ? (
        <SmsForm key={`${widgetId} ${messageId}`} widget={widget.data} message={message} />
      ) : (
        <Message
          heading="There is no such message"
          text="CallPage does not list it for this widget."
          action={
            <Button component={Link} to={paths.widgetSms(widgetId)} variant="default">
              Go to the SMS messages
            </Button>
          }
        />
      )}
    </>
  );
}
