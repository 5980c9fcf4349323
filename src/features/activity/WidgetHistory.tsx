import { paths } from '#src/app/paths.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { History } from './History.tsx';

/** The tab of a widget. */
export function WidgetHistory() {
  const id = useIdParam();
  return <History filters={{ widget_id: id }} noun="widget" inActivity={paths.activityOfWidget(id)} />;
}
