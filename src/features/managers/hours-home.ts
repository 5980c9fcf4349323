import { useLocation } from 'react-router-dom';
import { isRecord } from '#src/api/wire/primitives.ts';
import { paths } from '#src/app/paths.ts';
import { useCan } from '#src/features/session/queries.ts';

/** Where the editor of hours leads back to: to the managers of the widget, or to the availability of whoever edits. */
export function useHoursHome(widgetId: number): { to: string; isMine: boolean } {
  const can = useCan();
  const state: unknown = useLocation().state;
  const isMine = !can('team') || (isRecord(state) && state.from === paths.me());
  return { to: isMine ? paths.me() : paths.widgetManagers(widgetId), isMine };
}
