import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VoiceMessage } from '#src/api/wire/voice.ts';
import { count } from '#src/lib/format.ts';
import { useWidgetParam } from '#src/lib/use-widget-param.ts';
import { ItemList, ItemListSkeleton } from '#src/ui/ItemList.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import classes from '#src/ui/list.module.css';
import { voiceQueries } from './queries.ts';
import { ResetVoiceDialog } from './ResetVoiceDialog.tsx';
import { VoiceItem } from './VoiceItem.tsx';

/** The voice messages of one widget: a tab of it, and the page that asks for the widget first. */
export function VoiceMessages() {
  const widgetId = useWidgetParam();
  const { data: messages, error, isFetching, refetch } = useQuery(voiceQueries.list(widgetId));
  return (
    <>
      {error && (
        <LoadError
          what="The voice messages"
          error={error}
          shown={messages && 'The messages may be out of date.'}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!messages && !error && <ItemListSkeleton label="Loading the voice messages" />}
      {messages && <Messages key={widgetId} widgetId={widgetId} messages={messages} />}
    </>
  );
}

function Messages({ widgetId, messages }: { widgetId: number; messages: readonly VoiceMessage[] }) {
  const [resetting, setResetting] = useState<{ messages: readonly VoiceMessage[]; all: boolean }>();
  const customised = messages.filter(({ updated_at }) => updated_at !== null);
  const enabled = messages.filter((message) => message.enabled).length;
  return (
    <>
      <div className={classes.toolbar}>
        <span className="dim tabular">
          {count(messages.length, 'message')}, {enabled} enabled
        </span>
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
      <ItemList label="Voice messages">
        {messages.map((message) => (
          <VoiceItem
            key={message.message_id}
            widgetId={widgetId}
            message={message}
            onReset={() => setResetting({ messages: [message], all: false })}
          />
        ))}
      </ItemList>
      {resetting && <ResetVoiceDialog widgetId={widgetId} {...resetting} onClose={() => setResetting(undefined)} />}
    </>
  );
}
