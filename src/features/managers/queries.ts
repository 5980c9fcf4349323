import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { unlessGone } from '#src/api/errors.ts';
import { deleteAssignment, getAssignment, listAssignments, updateAssignment } from '#src/api/managers.ts';
import { addUsers } from '#src/api/widgets.ts';
import type { Assignment } from '#src/api/wire/managers.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import type { BusinessTime } from '#src/domain/business-hours/rule.ts';
import { rulesOf } from '#src/domain/business-hours/save.ts';
import { type Week, weekOf } from '#src/domain/business-hours/week.ts';
import { assignmentName } from '#src/domain/user-name.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { switchScope, useOptimisticSwitch, useSwitchIntent, useSwitchIntents } from '#src/lib/use-optimistic-switch.ts';
import { notify } from '#src/ui/notify.tsx';
import { changedParts, hoursOf, sameRules } from './hours.ts';

/** Under the widgets' key: what changes a widget, or the users that its managers are, changes these too. */
export const assignmentQueries = {
  all: () => [...widgetQueries.all(), 'managers'] as const,
  /** Every manager of a widget, with hours and departments. */
  list: (widgetId: number) =>
    queryOptions({
      queryKey: [...assignmentQueries.all(), widgetId],
      queryFn: ({ signal }) => listAssignments(widgetId, signal),
    }),
  detail: (widgetId: number, userId: number) =>
    queryOptions({
      queryKey: [...assignmentQueries.all(), widgetId, userId],
      queryFn: ({ signal }) => getAssignment({ widget_id: widgetId, user_id: userId }, signal),
    }),
};

interface Assign {
  widgetId: number;
  userIds: readonly number[];
}

/**
 * Assigns the users who are not yet managers of the widget. Who became one since the page was read is left alone: the
 * API would reset that manager's hours. Gives how many were assigned.
 */
export const useAssignUsers = () =>
  useMutation({
    mutationFn: async ({ widgetId, userIds }: Assign) => {
      const present = new Set((await listAssignments(widgetId)).map(({ user_id }) => user_id));
      const added = userIds.filter((id) => !present.has(id));
      if (added.length > 0) await addUsers({ id: widgetId, user_id: added });
      return { added: added.length, present: userIds.length - added.length };
    },
    meta: { invalidates: [widgetQueries.all()] },
  });

/** Whoever is gone already counts as removed. */
export const useRemoveAssignment = () =>
  useMutation({
    mutationFn: (pair: { widget_id: number; user_id: number }) => deleteAssignment(pair).catch(unlessGone),
    meta: { invalidates: [widgetQueries.all()] },
  });

interface HoursEdit {
  /** The rules that the editor was opened with. */
  baseline: readonly BusinessTime[];
  week: Week;
}

const switchKey = (widgetId: number, userId: number) => ['manager', widgetId, userId];

/** Saves hours unless somebody else changed them meanwhile. Whether the manager is switched on stays as it is. */
export const useSaveHours = (widgetId: number, userId: number) =>
  useMutation({
    // The switch sends hours too: one waits for the other, so that neither undoes the other.
    scope: switchScope(switchKey(widgetId, userId)),
    mutationFn: async ({ baseline, week }: HoursEdit) => {
      const pair = { widget_id: widgetId, user_id: userId };
      const current = await getAssignment(pair);
      const hours = hoursOf(current);
      if (!sameRules(baseline, hours))
        throw new ChangedError('week', changedParts(baseline, hours), { week: weekOf(hours) });
      return updateAssignment({ ...pair, enabled: current.enabled, business_times: rulesOf(week) });
    },
    meta: { invalidates: [widgetQueries.all()] },
  });

/** Whether a manager is switched on for a widget, and the way to change it, which leaves the hours as they are. */
export function useAssignmentSwitch(
  widget: Pick<Widget, 'id' | 'description' | 'url'>,
  assignment: Pick<Assignment, 'user_id' | 'user' | 'enabled'>,
) {
  const client = useQueryClient();
  const pair = { widget_id: widget.id, user_id: assignment.user_id };
  return useOptimisticSwitch({
    key: switchKey(widget.id, assignment.user_id),
    enabled: assignment.enabled,
    // Hours that are left out are reset, and the ones on the page may be old: they are read right before the write.
    send: async (enabled) => updateAssignment({ ...pair, enabled, business_times: hoursOf(await getAssignment(pair)) }),
    onError: (error, enabled) =>
      notify.error({
        title: `Could not ${enabled ? 'enable' : 'disable'} ${assignmentName(assignment)} for “${widgetName(widget)}”`,
        message: error.message,
      }),
    refresh: () => refreshAssignment(client, pair),
  });
}

/** Whether the manager is enabled as far as this browser asked for, a change on its way included. */
export function useAssignmentIntent(widgetId: number, { user_id, enabled }: Pick<Assignment, 'user_id' | 'enabled'>) {
  return useSwitchIntent(switchKey(widgetId, user_id)) ?? enabled;
}

/** The same for every widget of a user: by the widget's id, where a change is on its way. */
export function useAssignmentIntents(userId: number): ReadonlyMap<unknown, boolean> {
  const intents = useSwitchIntents(['manager']);
  return new Map(intents.filter(({ key }) => key[1] === userId).map(({ key, enabled }) => [key[0], enabled]));
}

/** Reads one manager again and puts it where it stands in the lists, which are not read again for it. */
async function refreshAssignment(client: QueryClient, { widget_id, user_id }: { widget_id: number; user_id: number }) {
  const ofWidget = assignmentQueries.list(widget_id).queryKey;
  const widgets = widgetQueries.list().queryKey;
  const widget = widgetQueries.detail(widget_id).queryKey;
  const stale = () => void client.invalidateQueries({ queryKey: widgetQueries.all() });
  try {
    const detail = assignmentQueries.detail(widget_id, user_id);
    const fresh = await client.fetchQuery({ ...detail, staleTime: 0, retry: false });
    client.setQueryData(ofWidget, (managers) => managers && withAssignment(managers, fresh));
    client.setQueryData(widget, (old) => old && { ...old, managers: withAssignment(old.managers, fresh) });
    client.setQueryData(widgets, (list) => list && { ...list, widgets: withManager(list.widgets, widget_id, fresh) });
    // A list that is being read may still bring the manager as it was.
    const reading = [ofWidget, widget, widgets].some((queryKey) => client.isFetching({ queryKey, exact: true }) > 0);
    if (reading) stale();
  } catch {
    stale();
  }
}

const withAssignment = (managers: readonly Assignment[], fresh: Assignment): Assignment[] =>
  managers.map((old) => (old.user_id === fresh.user_id ? { ...old, ...fresh } : old));

const withManager = (widgets: readonly Widget[], id: number, fresh: Assignment): Widget[] =>
  widgets.map((widget) =>
    widget.id === id ? { ...widget, managers: withAssignment(widget.managers, fresh) } : widget,
  );
