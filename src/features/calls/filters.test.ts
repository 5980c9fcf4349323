import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { dayOf } from '#src/lib/days.ts';
import { CallFilters, isFiltered, noFilters, problemOf, queryOf } from './filters.ts';

const filters = (search: string) => z.parse(CallFilters, Object.fromEntries(new URLSearchParams(search)));

test('an empty or broken URL asks for everything, 25 calls a page', () => {
  expect(queryOf(filters(''))).toEqual({});
  const broken = filters('status=lost&widget=x&from=2026-02-30&page=0&size=7');
  expect(queryOf(broken)).toEqual({});
  expect(broken).toMatchObject({ page: 1, size: 25 });
  expect(isFiltered(broken)).toBe(false);
  // Of the year 2, of which nobody asks, and which no filter of CallPage's takes.
  expect(queryOf(filters('from=0002-11-26&to=275760-09-13'))).toEqual({});
});

test('a number is asked for by its digits, in whatever shape it is typed', () => {
  expect(queryOf(filters('q=%2B48+600-700'))).toEqual({ phone_number: '48600700' });
  expect(queryOf(filters('q=0048 600'))).toEqual({ phone_number: '48600' });
});

test('a status is asked for alone, or all that are not over, or all that failed', () => {
  expect(queryOf(filters('status=completed'))).toEqual({ statuses: ['completed'] });
  expect(queryOf(filters('status=any-open'))).toEqual({ statuses: ['new', 'scheduled', 'ringing', 'in-progress'] });
  expect(queryOf(filters('status=any-failed'))).toEqual({ statuses: ['manager-failed', 'user-failed', 'failed'] });
});

test('widget and days go along', () => {
  const { widget_ids, date_from = 0, date_to = 0 } = queryOf(filters('widget=7&from=2026-11-01&to=2026-11-02'));
  expect(widget_ids).toEqual([7]);
  expect([dayOf(date_from * 1000), dayOf(date_to * 1000)]).toEqual(['2026-11-01', '2026-11-02']);
});

test('what cannot match is said and not asked', () => {
  expect(problemOf(filters('q=Anna'))).toMatch(/digits/);
  expect(problemOf(filters('from=2026-11-02&to=2026-11-01'))).toMatch(/after the last/);
  expect(problemOf(filters('q=600&from=2026-11-01&to=2026-11-01'))).toBeUndefined();
});

test('clearing leaves nothing that narrows', () => {
  expect(isFiltered({ ...filters('q=1&status=new&widget=2&from=2026-11-01'), ...noFilters })).toBe(false);
});
