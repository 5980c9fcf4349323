import * as z from 'zod/mini';

export const pageSizes = [25, 50, 100, 0] as const;

/** Order and page of a list, as its URL holds them; for `useSearchState`. */
export const listState = {
  /** A column's key, with `-` before it for descending; empty for the API's own order. */
  sort: z.catch(z.string(), ''),
  page: z.catch(z.coerce.number().check(z.int(), z.positive()), 1),
  /** Rows on a page; 0 for all of them. */
  size: z.catch(z.coerce.number().check(z.refine((size) => pageSizes.some((known) => known === size))), 25),
};

export interface ListState {
  sort: string;
  page: number;
  size: number;
}

/** Column key → what the column sorts by: text by the reader's alphabet, numbers by size. */
export type SortValues<Row> = Readonly<Record<string, (row: Row) => string | number>>;

/** The rows in the order that `sort` asks for; as they are where it names no column. */
export function sortRows<Row>(rows: readonly Row[], sort: string, values: SortValues<Row>): readonly Row[] {
  const descending = sort.startsWith('-');
  const sortValue = values[descending ? sort.slice(1) : sort];
  if (!sortValue) return rows;
  const direction = descending ? -1 : 1;
  // Made for the sort: a browser takes some 10 ms over its first collator, and most lists are shown as they are.
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return rows.toSorted((a, b) => direction * compare(sortValue(a), sortValue(b)));
}
