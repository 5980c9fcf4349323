import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Act } from '#src/api/wire/activity.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { userQueries } from '#src/features/users/queries.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import type { Names } from './sentence.ts';

/** What the widgets and users of these acts are called, read only where there are some. */
export function useNames(acts: readonly Act[]): Names {
  const ofWidgets = acts.some(({ widget_id }) => widget_id !== null);
  const ofUsers = acts.some(({ user_ids }) => user_ids.length > 0);
  const list = useQuery({ ...widgetQueries.list(), enabled: ofWidgets }).data;
  const users = useQuery({ ...userQueries.list(), enabled: ofUsers }).data;
  return useMemo(() => {
    const widgetNames = new Map(list?.widgets.map((widget) => [widget.id, widgetName(widget)]));
    const userNames = new Map(users?.map(({ id, name }) => [id, name || `user ${id}`]));
    return {
      widget: (id) => widgetNames.get(id),
      user: (id) => userNames.get(id),
      wholeWidgets: list?.whole === true,
      wholeUsers: users !== undefined,
    };
  }, [list, users]);
}
