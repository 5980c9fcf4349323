import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { SmsMessage } from '#src/api/wire/sms.ts';
import { paths } from '#src/app/paths.ts';
import { smsName } from '#src/domain/messages.ts';
import { formatApiTime } from '#src/lib/api-time.ts';
import { Item } from '#src/ui/ItemList.tsx';
import { Switch } from '#src/ui/Switch.tsx';
import { useSmsSwitch } from './queries.ts';
import { TemplateText } from './TemplateText.tsx';

interface SmsItemProps {
  widgetId: number;
  message: SmsMessage;
  onReset: () => void;
}

export function SmsItem({ widgetId, message, onReset }: SmsItemProps) {
  const { message_id, text, updated_at } = message;
  const name = smsName(message_id);
  return (
    <Item
      title={<Link to={paths.widgetSmsMessage(widgetId, message_id)}>{name}</Link>}
      note={updated_at === null ? 'Default text' : `Changed ${formatApiTime(updated_at)}`}
      toggle={<SmsSwitch widgetId={widgetId} message={message} />}
      actions={
        updated_at !== null && (
          <Button variant="default" size="xs" aria-label={`Reset ${name}…`} onClick={onReset}>
            Reset…
          </Button>
        )
      }
    >
      <TemplateText text={text} />
    </Item>
  );
}

function SmsSwitch({ widgetId, message }: { widgetId: number; message: SmsMessage }) {
  const { enabled, setEnabled } = useSmsSwitch(widgetId, message);
  return (
    <Switch
      aria-label={`${smsName(message.message_id)} is enabled`}
      checked={enabled}
      onChange={({ currentTarget }) => setEnabled(currentTarget.checked)}
    />
  );
}
