import { widgetName } from './widget-name.ts';
import { displayUrl } from './widget-url.ts';

interface Named {
  id: number;
  url: string;
  description: string;
  enabled: boolean;
}

export interface WidgetOptionGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** Widgets to choose from, by name: the enabled ones first, the others in a group that says what they are. */
export function widgetOptions(widgets: readonly Named[]): WidgetOptionGroup[] {
  const items = (enabled: boolean) =>
    widgets
      .filter((widget) => widget.enabled === enabled)
      .map((widget) => ({ value: String(widget.id), label: widgetLabel(widget) }))
      .toSorted((a, b) => collator.compare(a.label, b.label));
  return [
    { group: 'Enabled', items: items(true) },
    { group: 'Disabled: visitors do not see the button', items: items(false) },
  ].filter((group) => group.items.length > 0);
}

const collator = new Intl.Collator('en', { numeric: true });

/** A widget as it is told from any other: `Corner shop (shop.example)`. */
export function widgetLabel(widget: Pick<Named, 'id' | 'url' | 'description'>): string {
  const [name, address] = [widgetName(widget), displayUrl(widget.url)];
  return name === address ? name : `${name} (${address})`;
}
