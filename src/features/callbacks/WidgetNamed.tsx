import { useQuery } from '@tanstack/react-query';
import { widgetName } from '#src/domain/widget-name.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';

/** What the widget of a call is called, which the form has read already. */
export function WidgetNamed({ id }: { id: number }) {
  const { data } = useQuery(widgetQueries.detail(id));
  return <>{data ? `“${widgetName(data)}”` : `widget ${id}`}</>;
}
