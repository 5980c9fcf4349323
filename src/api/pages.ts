import type { Answer } from './http.ts';

/** One step of reading a list to its end. `total` is the API's own count, which is a hint. */
export interface Page<T> {
  items: T[];
  total: number | undefined;
  /** Nothing comes after it. */
  last: boolean;
}

type ReadPage<T> = (window: { limit: number; offset: number }) => Promise<Answer<T[]>>;

/** Small, so that the first rows are there at once. */
const firstSize = 100;
const size = 1000;
const parallel = 4;

/**
 * Reads every page of a list, in order. The first page comes alone; where it gives a count, the others are read
 * in parallel. `meta.count` is only a hint, so reading ends with a page that comes short, whatever it said.
 */
export async function* readPages<T>(read: ReadPage<T>): AsyncGenerator<Page<T>> {
  const first = await read({ limit: firstSize, offset: 0 });
  const total = first.meta.count;
  const isShort = first.data.length < firstSize;
  yield { items: first.data, total, last: isShort };
  if (isShort) return;

  const ahead: Promise<Answer<T[]>>[] = [];
  let offset = firstSize;
  const readAhead = () => {
    const page = read({ limit: size, offset });
    // A page that fails while an earlier one is awaited is thrown in its turn: until then it is not unhandled.
    page.catch(noop);
    ahead.push(page);
    offset += size;
  };
  readAhead();
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    while (ahead.length < parallel - 1 && offset < (total ?? 0)) readAhead();
    const page = await next;
    const last = page.data.length < size;
    yield { items: page.data, total, last };
    if (last) return;
    if (ahead.length === 0) readAhead();
  }
}

/** Reads a list to its end. An item created between two pages shifts the next one, so a row that comes twice is left out. */
export async function readAll<T extends { id: number }>(read: ReadPage<T>): Promise<T[]> {
  const items = new Map<number, T>();
  for await (const page of readPages(read)) for (const item of page.items) items.set(item.id, item);
  return [...items.values()];
}

const noop = () => undefined;
