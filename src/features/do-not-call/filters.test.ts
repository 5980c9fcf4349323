import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DoNotCallFilters, selectNumbers } from './filters.ts';

const entries = [
  { id: 1, number: '600 100 200', country: 'PL', reason: 'Asked by letter', added_by: 'Olivia' },
  { id: 2, number: '+44 (0)20 7946 0018', country: null, reason: 'Sued', added_by: 'Ada' },
  { id: 3, number: 'no number any more', country: null, reason: 'Moved', added_by: 'Bo' },
].map((entry, index) => ({ ...entry, added_at: `2026-11-2${5 - index}T08:00:00.000Z` }));

test.each([
  ['', '123'],
  ['q=%2B48600', '1'],
  ['q=48 600-100', '1'],
  ['q=20 7946', '2'],
  ['q=SUED', '2'],
  ['q=letter asked', '1'],
  ['q=bo', '3'],
  ['q=nobody', ''],
  ['sort=at', '321'],
  ['sort=-by', '132'],
  ['sort=number', '213'],
  ['sort=nothing', '123'],
])('"%s" leaves %s', (query, expected) => {
  const filters = z.parse(DoNotCallFilters, Object.fromEntries(new URLSearchParams(query)));
  expect(
    selectNumbers(entries, filters)
      .map(({ id }) => id)
      .join(''),
  ).toBe(expected);
});
