import {
  type QueryClient,
  queryOptions,
  experimental_streamedQuery as streamedQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { errorMessage, unlessGone } from '#src/api/errors.ts';
import type { Page } from '#src/api/pages.ts';
import { createWidget, deleteWidget, getWidget, readWidgets, updateWidget } from '#src/api/widgets.ts';
import type { Widget, WidgetCreateInput, WidgetSetting, WidgetUpdateInput } from '#src/api/wire/widgets.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { type BulkResult, runBulk } from '#src/lib/bulk.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { whileWhole } from '#src/lib/query-client.ts';
import { useIntentKey } from '#src/lib/use-intent-key.ts';
import { useOptimisticSwitch } from '#src/lib/use-optimistic-switch.ts';
import { notify } from '#src/ui/notify.tsx';
import { changesOf, differences, nameOfField, valuesOf, type WidgetFormValues } from './form-values.ts';

/** Every widget that has been read so far; `total` is the API's own count, a hint until the last page is in. */
export interface WidgetList {
  widgets: Widget[];
  total: number | undefined;
  /** Read to its end; the reading stops where nobody looks any more. */
  whole: boolean;
}

const nothingRead: WidgetList = { widgets: [], total: undefined, whole: false };

const addPage = (list: WidgetList, page: Page<Widget>): WidgetList => {
  const known = new Set(list.widgets.map(({ id }) => id));
  // A widget created between two pages shifts the next one, so that a row may come twice.
  const added = page.items.filter(({ id }) => !known.has(id));
  return { widgets: [...list.widgets, ...added], total: page.total, whole: page.last };
};

export const widgetQueries = {
  all: () => ['widgets'] as const,
  /** Shows the first page at once and goes on to the last; see `fetchStatus` for whether it is whole. */
  list: () =>
    queryOptions({
      queryKey: [...widgetQueries.all(), 'list'],
      queryFn: streamedQuery({
        streamFn: ({ signal }) => readWidgets(signal),
        reducer: addPage,
        initialValue: nothingRead,
        refetchMode: 'replace',
      }),
      staleTime: whileWhole,
      // Comparing ten thousand rows with their former selves costs more than drawing the few that are shown.
      structuralSharing: false,
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: [...widgetQueries.all(), 'detail', id],
      queryFn: ({ signal }) => getWidget(id, signal),
    }),
};

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

/**
 * Changes a widget of a list. `widgets/update` wants the URL with every change, and the one on the page may be old: it
 * is read right before the write, so that nobody's newer one is undone.
 */
export async function changeWidget(id: number, changes: Pick<WidgetUpdateInput, 'enabled' | 'locale_code'>) {
  const { url } = await getWidget(id);
  return updateWidget({ id, url, ...changes });
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

/** The enabled state of one widget and the way to change it: `id, url, enabled` is sent and nothing else. */
export function useWidgetSwitch(widget: Pick<Widget, 'id' | 'url' | 'enabled' | 'description'>) {
  const client = useQueryClient();
  return useOptimisticSwitch({
    key: ['widget', widget.id],
    enabled: widget.enabled,
    send: (enabled) => changeWidget(widget.id, { enabled }),
    onError: (error, enabled) =>
      notify.error({
        title: `Could not ${enabled ? 'enable' : 'disable'} “${widgetName(widget)}”`,
        message: error.message,
      }),
    refresh: () => refreshWidget(client, widget.id),
  });
}

/**
 * Reads one widget again and puts it where it stands in the list, which is not read again for it. Not by the query:
 * that would be cancelled when the widget's page is left meanwhile, and would give back the widget as it was.
 */
export async function refreshWidget(client: QueryClient, id: number): Promise<void> {
  const list = widgetQueries.list().queryKey;
  const detail = widgetQueries.detail(id).queryKey;
  try {
    const fresh = await getWidget(id);
    client.setQueryData(detail, fresh);
    client.setQueryData(list, (old) => old && withWidget(old, fresh));
    // What is being read may still bring the widget as it was.
    for (const queryKey of [list, detail])
      if (client.isFetching({ queryKey }) > 0) void client.invalidateQueries({ queryKey });
  } catch {
    void client.invalidateQueries({ queryKey: widgetQueries.all() });
  }
}

const withWidget = (list: WidgetList, widget: Widget): WidgetList => ({
  ...list,
  widgets: list.widgets.map((other) => (other.id === widget.id ? widget : other)),
});

const withoutWidget = (list: WidgetList, id: number): WidgetList => ({
  ...list,
  widgets: list.widgets.filter((widget) => widget.id !== id),
  total: list.total === undefined ? undefined : list.total - 1,
});
