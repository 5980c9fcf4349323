import { useSuspenseQuery } from '@tanstack/react-query';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { widgetQueries } from './queries.ts';
import { WidgetForm } from './WidgetForm.tsx';

/** Loaded, then mounted: what arrives later never overwrites what is being typed. */
export function WidgetFormPage() {
  const { data: widget } = useSuspenseQuery(widgetQueries.detail(useIdParam()));
  return <WidgetForm key={widget.id} widget={widget} />;
}
