import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Assignment } from '#src/api/wire/managers.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { assignmentQueries, useAssignmentIntents } from '#src/features/managers/queries.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { readEveryMinute } from '#src/lib/use-now.ts';

/** One widget that somebody is a manager of, as far as it was read. */
export interface MyWidget {
  widget: Widget;
  assignment: Assignment;
  /** Whether they are switched on, a change on its way included. */
  enabled: boolean;
  /** undefined: not read yet, or `error` says why not */
  hours: Assignment['business_times'];
  error: Error | null;
  reading: boolean;
  read: () => void;
}

/** The widgets that a CallPage user is a manager of, from the list, and for each the hours, which the list does not tell. */
export function useMyWidgets(userId: number) {
  const list = useQuery(widgetQueries.list());
  const mine = useMemo(() => list.data?.widgets.flatMap((widget) => ofUser(widget, userId)) ?? [], [list.data, userId]);
  const intents = useAssignmentIntents(userId);
  const details = useQueries({
    queries: mine.map(({ widget }) => ({ ...assignmentQueries.detail(widget.id, userId), ...readEveryMinute })),
  });
  const widgets = mine.map(({ widget, assignment: listed }, index): MyWidget => {
    const { data, error = null, isFetching = false, refetch } = details[index] ?? {};
    const assignment = data ?? listed;
    return {
      widget,
      assignment,
      enabled: intents.get(widget.id) ?? assignment.enabled,
      hours: assignment.business_times,
      error: assignment.business_times ? null : (error ?? (data ? untold : null)),
      reading: isFetching,
      read: () => void refetch?.(),
    };
  });
  return {
    widgets,
    /** There may be more than these. */
    reading: list.isFetching && list.data?.whole !== true,
    error: list.error,
    retrying: list.isFetching,
    retry: () => void list.refetch(),
  };
}

const untold = new Error('CallPage did not tell them.');

const ofUser = (widget: Widget, userId: number) =>
  widget.managers.filter(({ user_id }) => user_id === userId).map((assignment) => ({ widget, assignment }));
