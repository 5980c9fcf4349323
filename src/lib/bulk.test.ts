import { expect, test } from 'vitest';
import { type BulkResult, runBulk } from './bulk.ts';

const numbers = Array.from({ length: 50 }, (_, index) => index);

test('acts on every item once and tells what became of each', async () => {
  const acted: number[] = [];
  const results: BulkResult<number>[] = [];
  await runBulk(numbers, {
    act: async (item) => {
      acted.push(item);
      if (item % 10 === 0) throw new Error(`no ${item}`);
    },
    onResult: (result) => results.push(result),
    signal: new AbortController().signal,
  });
  expect(acted.toSorted((a, b) => a - b)).toEqual(numbers);
  expect(results.filter(({ error }) => error).map(({ error }) => error?.message)).toEqual([
    'no 0',
    'no 10',
    'no 20',
    'no 30',
    'no 40',
  ]);
});

test('has a few under way at a time', async () => {
  let underWay = 0;
  let most = 0;
  await runBulk(numbers, {
    act: async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
    },
    onResult: () => undefined,
    signal: new AbortController().signal,
    parallel: 3,
  });
  expect(most).toBe(3);
});

test('begins nothing after it was stopped, and waits for what is under way', async () => {
  const abort = new AbortController();
  const results: number[] = [];
  await runBulk(numbers, {
    act: async (item) => {
      if (item === 5) abort.abort();
      await Promise.resolve();
    },
    onResult: ({ item }) => results.push(item),
    signal: abort.signal,
    parallel: 2,
  });
  expect(results).toContain(5);
  expect(results.length).toBeLessThan(9);
});
