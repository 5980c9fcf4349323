import { Alert, List, Text } from '@mantine/core';
import type { VoiceMessage } from '#src/api/wire/voice.ts';
import { voiceName } from '#src/domain/messages.ts';
import { count } from '#src/lib/format.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { isRestorable, useResetVoice } from './queries.ts';

interface ResetVoiceDialogProps {
  widgetId: number;
  /** The customised messages that it is about. */
  messages: readonly VoiceMessage[];
  all: boolean;
  onClose: () => void;
}

export function ResetVoiceDialog({ widgetId, messages, all, onClose }: ResetVoiceDialogProps) {
  const reset = useResetVoice(widgetId);
  const [only] = messages;
  const lost = messages.filter((message) => !isRestorable(message));
  const title = all || !only ? `Reset ${count(messages.length, 'message')}?` : `Reset “${voiceName(only.message_id)}”?`;
  return (
    <ConfirmDialog
      title={title}
      verb={all ? 'Reset all' : 'Reset'}
      change={reset}
      errorTitle="Not reset"
      onConfirm={() => reset.mutate(all ? undefined : only?.message_id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text size="sm">
        {messages.length === 1 ? 'It has' : 'They have'} CallPage’s built-in recording again
        {lost.length < messages.length && '. You can undo it right after'}.
      </Text>
      {all && (
        <List size="sm">
          {messages.map(({ message_id }) => (
            <List.Item key={message_id}>{voiceName(message_id)}</List.Item>
          ))}
        </List>
      )}
      {lost.length > 0 && (
        <Alert color="yellow" title="This cannot be undone">
          {lost.map(({ message_id }) => voiceName(message_id)).join(', ')}: the API does not take the address of this
          recording back. Keep the file if you want to set it again.
        </Alert>
      )}
    </ConfirmDialog>
  );
}
