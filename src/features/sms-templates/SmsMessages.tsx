import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { SmsMessage } from '#src/api/wire/sms.ts';
import { smsStatus } from '#src/domain/statistics.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { useWidgetParam } from '#src/lib/use-widget-param.ts';
import { ItemList, ItemListSkeleton } from '#src/ui/ItemList.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import classes from '#src/ui/list.module.css';
import { Message } from '#src/ui/Message.tsx';
import { StatusFilter } from '#src/ui/StatusFilter.tsx';
import { smsQueries } from './queries.ts';
import { ResetSmsDialog } from './ResetSmsDialog.tsx';
import { SmsItem } from './SmsItem.tsx';

/** The SMS messages of one widget: a tab of it, and the page that asks for the widget first. */
export function SmsMessages() {
  const widgetId = useWidgetParam();
  const { data: messages, error, isFetching, refetch } = useQuery(smsQueries.list(widgetId));
  return (
    <>
      {error && (
        <LoadError
          what="The SMS messages"
          error={error}
          shown={messages && 'The messages may be out of date.'}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!messages && !error && <ItemListSkeleton label="Loading the SMS messages" />}
      {messages && messages.length > 0 && <Messages key={widgetId} widgetId={widgetId} messages={messages} />}
      {messages?.length === 0 && (
        <Message heading="No SMS messages" text="CallPage lists none for this widget. Its plan may not include SMS." />
      )}
    </>
  );
}

const Filters = z.object({ sms: z.catch(z.enum(['', 'on', 'off']), '') });

function Messages({ widgetId, messages }: { widgetId: number; messages: readonly SmsMessage[] }) {
  const [{ sms: shown }, change] = useSearchState(Filters);
  const [resetting, setResetting] = useState<{ messages: readonly SmsMessage[]; all: boolean }>();
  const { total_messages, enabled_messages, disabled_messages } = smsStatus(messages);
  const customised = messages.filter(({ updated_at }) => updated_at !== null);
  const matching = messages.filter(({ enabled }) => shown === '' || enabled === (shown === 'on'));
  return (
    <>
      <div className={classes.toolbar}>
        <StatusFilter
          label="Status"
          value={shown}
          options={[
            { value: '', name: 'All', figure: total_messages },
            { value: 'on', name: 'Enabled', figure: enabled_messages },
            { value: 'off', name: 'Disabled', figure: disabled_messages },
          ]}
          onChange={(sms) => change({ sms })}
        />
        <div className={classes.found}>
          <Button
            variant="default"
            disabled={customised.length === 0}
            onClick={() => setResetting({ messages: customised, all: true })}
          >
            Reset all…
          </Button>
        </div>
      </div>
      {matching.length === 0 ? (
        <Message
          tone="filtered"
          heading={shown === 'on' ? 'No message is enabled' : 'No message is disabled'}
          text="Clear the filter to see every message."
          action={
            <Button variant="subtle" onClick={() => change({ sms: '' })}>
              Clear filter
            </Button>
          }
        />
      ) : (
        <ItemList label="SMS messages">
          {matching.map((message) => (
            <SmsItem
              key={message.message_id}
              widgetId={widgetId}
              message={message}
              onReset={() => setResetting({ messages: [message], all: false })}
            />
          ))}
        </ItemList>
      )}
      {resetting && <ResetSmsDialog widgetId={widgetId} {...resetting} onClose={() => setResetting(undefined)} />}
    </>
  );
}
