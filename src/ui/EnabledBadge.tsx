import { Badge } from './Badge.tsx';

/** What a switch shows to whom it is not to be switched by. */
export function EnabledBadge({ enabled }: { enabled: boolean }) {
  return <Badge tone={enabled ? 'ok' : 'dim'}>{enabled ? 'Enabled' : 'Disabled'}</Badge>;
}
