import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorMessage, unlessGone } from '#src/api/errors.ts';
import { createWidget, deleteWidget, getWidget, updateWidget } from '#src/api/widgets.ts';
import type { Widget, WidgetCreateInput, WidgetSetting } from '#src/api/wire/widgets.ts';
import { type BulkResult, runBulk } from '#src/lib/bulk.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { useIntentKey } from '#src/lib/use-intent-key.ts';
import { changesOf, differences, nameOfField, valuesOf, type WidgetFormValues } from './form-values.ts';
import { type WidgetList, widgetQueries } from './queries.ts';

// Apart from the queries, which come before the first row: what is saved is not wanted there.

export function useCreateWidget() {
  const { once, renew } = useIntentKey('widgets.create');
  const create = useMutation({
    mutationFn: (input: NewWidget) => once(input, createWithSettings),
    meta: { invalidates: [widgetQueries.all()] },
  });
  return { ...create, renew };
}

type NewWidget = WidgetCreateInput & { settings: WidgetSetting[] };

/** `widgets/create` takes no settings: those of a duplicate follow in an update, which may fail on its own. */
async function createWithSettings({ settings, ...widget }: NewWidget, key: string) {
  const { id } = await createWidget(widget, key);
  if (settings.length === 0) return { id, settingsError: undefined };
  const settingsError = await updateWidget({ id, url: widget.url, settings }).then(() => undefined, errorMessage);
  return { id, settingsError };
}

interface Edit {
  /** What the form was opened with. */
  baseline: WidgetFormValues;
  values: WidgetFormValues;
}

/** Saves what was changed, unless somebody else changed the widget meanwhile. */
export const useSaveWidget = (id: number) =>
  useMutation({
    mutationFn: async ({ baseline, values }: Edit) => {
      const current = valuesOf(await getWidget(id));
      // An earlier save may have worked although its answer was lost.
      if (differences(current, values).length === 0) return { id };
      const changed = differences(baseline, current);
      if (changed.length > 0) throw new ChangedError('widget', changed.map(nameOfField), current);
      return updateWidget(changesOf(id, baseline, values));
    },
    meta: { invalidates: [widgetQueries.all()] },
  });

export function useDeleteWidget() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => deleteWidget(id).catch(unlessGone),
    onSuccess: (_data, id) => {
      client.setQueryData(widgetQueries.list().queryKey, (list) => list && withoutWidget(list, id));
    },
    meta: { invalidates: [widgetQueries.list().queryKey] },
  });
}

interface Bulk {
  widgets: readonly Widget[];
  send: (widget: Widget) => Promise<unknown>;
  onResult: (result: BulkResult<Widget>) => void;
  signal: AbortSignal;
}

/** Resolves when every widget was tried or the signal aborted, whatever became of each. */
export const useBulk = () =>
  useMutation({
    mutationFn: ({ widgets, send, ...options }: Bulk) => runBulk(widgets, { act: send, ...options }),
    meta: { invalidates: [widgetQueries.all()] },
  });

const withoutWidget = (list: WidgetList, id: number): WidgetList => ({
  ...list,
  widgets: list.widgets.filter((widget) => widget.id !== id),
  total: list.total === undefined ? undefined : list.total - 1,
});
