import { paths } from '#src/app/paths.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { History } from './History.tsx';

/** The tab of one manager of one widget. */
export function ManagerHistory() {
  const pair = { widget_id: useIdParam(), user_id: useIdParam('userId') };
  return <History filters={pair} noun="manager" inActivity={paths.activityOfManager(pair.widget_id, pair.user_id)} />;
}
