import type { Widget } from '#src/api/wire/widgets.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { Switch } from '#src/ui/Switch.tsx';
import { useWidgetSwitch } from './queries.ts';

export function WidgetSwitch({ widget }: { widget: Widget }) {
  const { enabled, setEnabled } = useWidgetSwitch(widget);
  return (
    <Switch
      aria-label={`${widgetName(widget)} is enabled`}
      checked={enabled}
      onChange={({ currentTarget }) => setEnabled(currentTarget.checked)}
    />
  );
}
