import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SmsMessage } from '#src/api/wire/sms.ts';
import { smsName } from '#src/domain/messages.ts';
import { type DiffPart, diffWords } from '#src/domain/text-diff.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { count } from '#src/lib/format.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { smsQueries, useResetSms } from './queries.ts';
import classes from './ResetSmsDialog.module.css';

interface ResetSmsDialogProps {
  widgetId: number;
  /** The customised messages that it is about. */
  messages: readonly SmsMessage[];
  all: boolean;
  onClose: () => void;
}

/** Shows what every text becomes. Light on words: the notice that follows can undo it. */
export function ResetSmsDialog({ widgetId, messages, all, onClose }: ResetSmsDialogProps) {
  const { data: widget } = useQuery(widgetQueries.detail(widgetId));
  const { data: defaults, isLoading } = useQuery({
    ...smsQueries.defaults(widget ?? { id: widgetId, locale_code: '' }),
    enabled: widget !== undefined,
    retry: false,
  });
  const reset = useResetSms(widgetId);
  const [only] = messages;
  const title = all || !only ? `Reset ${count(messages.length, 'message')}?` : `Reset “${smsName(only.message_id)}”?`;
  return (
    <ConfirmDialog
      title={title}
      size="lg"
      verb={all ? 'Reset all' : 'Reset'}
      change={reset}
      errorTitle="Not reset"
      onConfirm={() => reset.mutate(all ? undefined : only?.message_id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text size="sm">
        {messages.length === 1 ? 'This text is' : 'These texts are'} replaced by CallPage’s default for the widget’s
        language. You can undo it right after.
      </Text>
      <ul className={classes.messages}>
        {messages.map((message) => (
          <li key={message.message_id}>
            <h3>{smsName(message.message_id)}</h3>
            <Change message={message} fresh={defaults?.get(message.message_id)} reading={isLoading} />
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

interface ChangeProps {
  message: SmsMessage;
  /** The default, where another widget told it. */
  fresh: SmsMessage | undefined;
  reading: boolean;
}

function Change({ message, fresh, reading }: ChangeProps) {
  const parts = fresh && diffWords(message.text, fresh.text);
  return (
    <dl className={classes.change}>
      <dt>Now</dt>
      <dd>{parts ? <Parts parts={parts} without="added" /> : message.text}</dd>
      <dt>Default</dt>
      <dd>
        {parts ? (
          <Parts parts={parts} without="removed" />
        ) : (
          <span className="dim" role="status">
            {reading ? 'Looking for it…' : 'Not known before it is back: no other widget of this language has it.'}
          </span>
        )}
      </dd>
      {fresh && message.enabled !== fresh.enabled && (
        <>
          <dt>Enabled</dt>
          <dd>{fresh.enabled ? 'No, and yes by default' : 'Yes, and no by default'}</dd>
        </>
      )}
    </dl>
  );
}

/** One of the two texts, with what the other one has not marked. */
function Parts({ parts, without }: { parts: readonly DiffPart[]; without: DiffPart['kind'] }) {
  return parts
    .filter(({ kind }) => kind !== without)
    .map(({ kind, text }, index) => {
      const Tag = kind === 'same' ? 'span' : kind === 'removed' ? 'del' : 'ins';
      // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts have no name but their place
      return <Tag key={index}>{text}</Tag>;
    });
}
