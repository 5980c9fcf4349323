import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ActivityState, filtersOf, isFiltered, noFilters, problemOf } from './filters.ts';

const read = (search: string) => z.parse(ActivityState, Object.fromEntries(new URLSearchParams(search)));

test('an address is read, and what it cannot mean is left out', () => {
  expect(read('')).toEqual({ ...noFilters, size: 25 });
  expect(read('entity=widgets&operation=widgets.call&state=failed&widget=3&page=2&size=50')).toMatchObject({
    entity: 'widgets',
    operation: 'widgets.call',
    state: 'failed',
    widget: 3,
    page: 2,
    size: 50,
  });
  const odd = read('entity=x&operation=drop&state=x&from=2026-02-30&widget=-1&user=9999999999&page=0&size=7');
  expect(odd).toEqual({ ...noFilters, size: 25 });
});

test('the server is asked for what is chosen, days as the reader’s own, the last one whole', () => {
  expect(filtersOf(read(''))).toEqual({});
  expect(filtersOf(read('person=p&entity=users&state=done&user=7&from=2026-03-01&to=2026-03-02'))).toEqual({
    person_id: 'p',
    entity: 'users',
    state: 'done',
    user_id: 7,
    from: new Date(2026, 2, 1).toISOString(),
    to: new Date(2026, 2, 3).toISOString(),
  });
});

test('a page is no filter, everything else is', () => {
  expect(isFiltered(read('page=3&size=100'))).toBe(false);
  for (const filter of ['person=p', 'entity=sms', 'state=done', 'from=2026-01-01', 'widget=1', 'user=1'])
    expect(isFiltered(read(filter)), filter).toBe(true);
});

test('days in the wrong order can match nothing', () => {
  expect(problemOf(read('from=2026-02-02&to=2026-02-01'))).toMatch('after the last');
  expect(problemOf(read('from=2026-02-01&to=2026-02-01'))).toBeUndefined();
});
