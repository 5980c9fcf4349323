import { useQuery } from '@tanstack/react-query';
import { widgetLabel } from '#src/domain/widget-options.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';

/** The widget of a call as the form's list names it: by its address too, since two may have one name. */
export function WidgetNamed({ id }: { id: number }) {
  const { data } = useQuery(widgetQueries.detail(id));
  return <>{widgetNamed(data, id)}</>;
}

/** The same as text. */
export const widgetNamed = (widget: Parameters<typeof widgetLabel>[0] | undefined, id: number) =>
  widget ? `“${widgetLabel(widget)}”` : `widget ${id}`;
