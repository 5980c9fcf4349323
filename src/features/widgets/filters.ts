import * as z from 'zod/mini';
import type { Widget } from '#src/api/wire/widgets.ts';
import { listState, type SortValues, sortRows } from '#src/lib/list-state.ts';

const yesNo = z.catch(z.enum(['', 'yes', 'no']), '');

/** What the list's URL holds. */
export const WidgetFilters = z.object({
  q: z.catch(z.string(), ''),
  enabled: yesNo,
  locale: z.catch(z.string(), ''),
  installed: yesNo,
  managers: yesNo,
  ...listState,
});
export type WidgetFilters = z.output<typeof WidgetFilters>;

/** Everything that narrows the list, at its initial value. */
export const noFilters = { q: '', enabled: '', locale: '', installed: '', managers: '', page: 1 } as const;

export const isFiltered = (filters: WidgetFilters) =>
  filters.q !== '' ||
  filters.enabled !== '' ||
  filters.locale !== '' ||
  filters.installed !== '' ||
  filters.managers !== '';

const sortValues: SortValues<Widget> = {
  description: (widget) => widget.description,
  url: (widget) => widget.url,
  locale: (widget) => widget.locale_code,
  enabled: (widget) => (widget.enabled ? 0 : 1),
  managers: (widget) => widget.managers.length,
  installed: (widget) => widget.installed_at ?? '',
  calls: (widget) => widget.call_requests_count,
};

/** The widgets that pass every filter, in the order asked for. */
export function selectWidgets(widgets: readonly Widget[], filters: WidgetFilters): readonly Widget[] {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = (answer: '' | 'yes' | 'no', fact: boolean) => answer === '' || (answer === 'yes') === fact;
  const matching = isFiltered(filters)
    ? widgets.filter(
        (widget) =>
          wanted(filters.enabled, widget.enabled) &&
          (filters.locale === '' || widget.locale_code === filters.locale) &&
          wanted(filters.installed, widget.installed_at !== null) &&
          wanted(filters.managers, widget.managers.length > 0) &&
          says(widget, words),
      )
    : widgets;
  return sortRows(matching, filters.sort, sortValues);
}

/** Nothing is kept for the next keystroke: to read 10,000 texts again takes less than to keep them. */
function says({ id, description, url }: Widget, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const texts = [String(id), description.toLowerCase(), url.toLowerCase()];
  return words.every((word) => texts.some((text) => text.includes(word)));
}
