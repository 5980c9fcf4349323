import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { callQueryOf, daysOf, problemOf, StatisticsFilters } from './filters.ts';

const today = '2026-11-24';
const filters = (search = '') => z.parse(StatisticsFilters, Object.fromEntries(new URLSearchParams(search)));

test.each([
  ['', '2026-10-26', today],
  ['range=7d', '2026-11-18', today],
  ['range=365d', '2025-11-25', today],
  ['range=today', today, today],
  ['range=yesterday', '2026-11-23', '2026-11-23'],
  ['range=month', '2026-10-01', '2026-10-31'],
  ['range=9', '2026-10-26', today],
  ['range=custom&from=2026-11-01&to=2026-11-03', '2026-11-01', '2026-11-03'],
  ['range=custom&from=2026-11-01', '2026-11-01', today],
  ['range=custom&to=2026-11-03', '2026-10-05', '2026-11-03'],
  ['range=custom', '2026-10-26', today],
  ['range=custom&from=0002-11-01', '2026-10-26', today],
  ['range=custom&from=2026-12-24', '2026-12-24', '2026-12-24'],
  // Days without `custom` are of a range that was chosen before.
  ['range=7d&from=2020-01-01&to=2020-01-02', '2026-11-18', today],
])('%s means %s to %s', (search, from, to) => {
  expect(daysOf(filters(search), today)).toEqual({ from, to });
});

test('days that cannot be counted are explained', () => {
  expect(problemOf({ from: '2026-11-02', to: '2026-11-01' })).toMatch(/after the last/);
  expect(problemOf({ from: '0001-01-01', to: today })).toMatch(/two years/);
  expect(problemOf({ from: '2024-11-24', to: today })).toBeUndefined();
});

test('the calls of the days are asked for, of one widget or of all', () => {
  const days = { from: '2026-11-01', to: '2026-11-01' };
  const { date_from = 0, date_to = 0, ...rest } = callQueryOf(filters('widget=3'), days);
  expect(date_to - date_from).toBe(86_399);
  expect(rest).toEqual({ widget_ids: [3] });
  expect(callQueryOf(filters(), days)).not.toHaveProperty('widget_ids');
});
