import * as z from 'zod/mini';
import { phoneIncludes } from '#src/domain/phone-search.ts';
import { assignmentName } from '#src/domain/user-name.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { listState, type SortValues, sortRows } from '#src/lib/list-state.ts';
import type { ManagerRow } from './rows.ts';

const yesNo = z.catch(z.enum(['', 'yes', 'no']), '');

/** What the URL of the account's managers holds. */
export const ManagerFilters = z.object({
  q: z.catch(z.string(), ''),
  enabled: yesNo,
  /** ids as text; empty for any */
  widget: z.catch(z.string(), ''),
  user: z.catch(z.string(), ''),
  ...listState,
});
export type ManagerFilters = z.output<typeof ManagerFilters>;

/** Everything that narrows the list, at its initial value. */
export const noFilters = { q: '', enabled: '', widget: '', user: '', page: 1 } as const;

export const isFiltered = ({ q, enabled, widget, user }: ManagerFilters) => [q, enabled, widget, user].some(Boolean);

const sortValues: SortValues<ManagerRow> = {
  manager: ({ assignment }) => assignmentName(assignment),
  widget: ({ widget }) => widgetName(widget),
  enabled: ({ assignment }) => (assignment.enabled ? 0 : 1),
};

/** The managers that pass every filter, in the order asked for. The search takes a number in any shape. */
export function selectManagers(rows: readonly ManagerRow[], filters: ManagerFilters): readonly ManagerRow[] {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows.filter(
    ({ widget, assignment }) =>
      (filters.enabled === '' || (filters.enabled === 'yes') === assignment.enabled) &&
      (filters.widget === '' || String(widget.id) === filters.widget) &&
      (filters.user === '' || String(assignment.user_id) === filters.user),
  );
  const found = matching.filter(
    (row) =>
      words.every((word) => searchText(row).includes(word)) || phoneIncludes(row.assignment.user?.tel ?? '', filters.q),
  );
  return sortRows(found, filters.sort, sortValues);
}

const searchTexts = new WeakMap<ManagerRow, string>();

/** Made once for each row: the list is searched at every keystroke. */
function searchText(row: ManagerRow): string {
  let text = searchTexts.get(row);
  if (text === undefined) {
    const { widget, assignment } = row;
    text = [assignmentName(assignment), assignment.user?.email, widgetName(widget), widget.url]
      .join('\n')
      .toLowerCase();
    searchTexts.set(row, text);
  }
  return text;
}
