import { expect, test } from 'vitest';
import { readAll, readPages } from './pages.ts';

/** A list of so many numbers, read as the API reads it, with the windows that were asked for. */
function listOf(length: number, count: number | undefined = length) {
  const windows: string[] = [];
  let underWay = 0;
  let most = 0;
  const read = async ({ limit, offset }: { limit: number; offset: number }) => {
    windows.push(`${offset}+${limit}`);
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    const data = Array.from({ length: Math.max(0, Math.min(limit, length - offset)) }, (_, index) => offset + index);
    return { data, meta: count === undefined ? {} : { count }, message: '' };
  };
  return { read, windows, most: () => most };
}

async function collect<T>(pages: AsyncIterable<{ items: T[] }>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page.items);
  return items;
}

test.each([0, 1, 99, 100, 101, 1099, 1100, 1101, 10_000])(
  'reads every one of %i, in order and once',
  async (length) => {
    const list = listOf(length);
    expect(await collect(readPages(list.read))).toEqual(Array.from({ length }, (_, index) => index));
    expect(new Set(list.windows).size).toBe(list.windows.length);
  },
);

test.each([0, 99, 100, 1100, 2500])(
  'says of the last page of %i, and of no other, that it is the last',
  async (length) => {
    const last: boolean[] = [];
    for await (const page of readPages(listOf(length).read)) last.push(page.last);
    expect(last).toEqual([...last.slice(1).fill(false), true]);
  },
);

test('stops at the first page when it comes short', async () => {
  const list = listOf(12);
  await collect(readPages(list.read));
  expect(list.windows).toEqual(['0+100']);
});

test('reads the later pages in parallel, a few at a time', async () => {
  const list = listOf(10_000);
  await collect(readPages(list.read));
  expect(list.most()).toBeGreaterThan(1);
  expect(list.most()).toBeLessThanOrEqual(4);
});

test.each([undefined, 0, 150, 999_999])('reads to the end whatever the count says (%s)', async (count) => {
  expect(await collect(readPages(listOf(2500, count).read))).toHaveLength(2500);
});

test('gives the pages that came before one that failed, then its error', async () => {
  const list = listOf(5000);
  const read: typeof list.read = (window) =>
    window.offset === 2100 ? Promise.reject(new Error('page lost')) : list.read(window);
  const items: number[] = [];
  const reading = (async () => {
    for await (const page of readPages(read)) items.push(...page.items);
  })();
  await expect(reading).rejects.toThrow('page lost');
  expect(items).toHaveLength(2100);
});

test('reads a whole list, and a row that comes twice once', async () => {
  const pages = [Array.from({ length: 100 }, (_, id) => ({ id })), [{ id: 99 }, { id: 100 }]];
  const read = async () => ({ data: pages.shift() ?? [], meta: {}, message: '' });
  expect(await readAll(read)).toEqual(Array.from({ length: 101 }, (_, id) => ({ id })));
});
