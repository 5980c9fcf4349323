import {
  type QueryClient,
  queryOptions,
  experimental_streamedQuery as streamedQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Page } from '#src/api/pages.ts';
import { getWidget, readWidgets, updateWidget } from '#src/api/widgets.ts';
import type { Widget, WidgetUpdateInput } from '#src/api/wire/widgets.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { whileWhole } from '#src/lib/query-client.ts';
import { useOptimisticSwitch } from '#src/lib/use-optimistic-switch.ts';
import { notify } from '#src/ui/notify.tsx';

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

/**
 * Changes a widget of a list. `widgets/update` wants the URL with every change, and the one on the page may be old: it
 * is read right before the write, so that nobody's newer one is undone.
 */
export async function changeWidget(id: number, changes: Pick<WidgetUpdateInput, 'enabled' | 'locale_code'>) {
  const { url } = await getWidget(id);
  return updateWidget({ id, url, ...changes });
}

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
