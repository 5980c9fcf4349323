import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { VoiceMessage } from '#src/api/wire/voice.ts';
import { paths } from '#src/app/paths.ts';
import { voiceName } from '#src/domain/messages.ts';
import { formatApiTime } from '#src/lib/api-time.ts';
import { Item } from '#src/ui/ItemList.tsx';
import { Switch } from '#src/ui/Switch.tsx';
import { isUnlisted } from './offered.ts';
import { Player } from './Player.tsx';
import { useVoiceSwitch } from './queries.ts';

interface VoiceItemProps {
  widgetId: number;
  message: VoiceMessage;
  onReset: () => void;
}

export function VoiceItem({ widgetId, message, onReset }: VoiceItemProps) {
  const { message_id, updated_at, recording } = message;
  const name = voiceName(message_id);
  return (
    <Item
      title={<Link to={paths.widgetVoiceMessage(widgetId, message_id)}>{name}</Link>}
      note={noteOf(message)}
      toggle={<VoiceSwitch widgetId={widgetId} message={message} />}
      actions={
        updated_at !== null && (
          <Button variant="default" size="xs" aria-label={`Reset ${name}…`} onClick={onReset}>
            Reset…
          </Button>
        )
      }
    >
      {recording && <Player url={recording.full_url} name={name} />}
    </Item>
  );
}

function noteOf(message: VoiceMessage): string {
  const { updated_at, recording } = message;
  if (isUnlisted(message)) return 'Not set up for this widget';
  if (updated_at === null) return recording ? 'Built-in recording' : 'CallPage’s built-in recording';
  return `${recording ? 'Own recording' : 'Built-in recording'}, changed ${formatApiTime(updated_at)}`;
}

function VoiceSwitch({ widgetId, message }: { widgetId: number; message: VoiceMessage }) {
  const { enabled, setEnabled } = useVoiceSwitch(widgetId, message);
  return (
    <Switch
      aria-label={`${voiceName(message.message_id)} is enabled`}
      checked={enabled}
      onChange={({ currentTarget }) => setEnabled(currentTarget.checked)}
    />
  );
}
