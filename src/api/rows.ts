export interface ReadRows<T> {
  items: T[];
  /** Rows that came and could not be read. */
  unreadable: number;
}

/** What can be shown of a list that was read row by row, and how much cannot. */
export function readRows<T>(rows: readonly (T | null)[]): ReadRows<T> {
  const items = rows.filter((row) => row !== null);
  return { items, unreadable: rows.length - items.length };
}
