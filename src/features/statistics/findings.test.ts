import { expect, test } from 'vitest';
import { callsByDay } from '#src/domain/calls-by-day.ts';
import { findingOfDays, findingOfStatus } from './findings.ts';

test.each([
  [0, 0, 'No widgets to count'],
  [1, 1, 'The only widget is enabled'],
  [1, 0, 'The only widget is disabled'],
  [12, 12, 'All 12 widgets are enabled'],
  [12, 0, 'All 12 widgets are disabled'],
  [12, 1, '1 of 12 widgets is enabled'],
  [12, 10, '10 of 12 widgets are enabled'],
])('of %i widgets, %i enabled: %s', (total, enabled, words) => {
  expect(findingOfStatus('widget', { total, enabled })).toBe(words);
});

const at = (day: string, status: string) => ({ createdAt: Date.parse(`${day}T12:00:00Z`), status });
const finding = (calls: ReturnType<typeof at>[], to = '2026-11-24') =>
  findingOfDays(callsByDay(calls, { from: '2026-11-23', to, timeZone: 'UTC' }));

test('the title of the calls says how many, how they ended and when most came', () => {
  const calls = [
    at('2026-11-23', 'completed'),
    at('2026-11-24', 'completed'),
    at('2026-11-24', 'user-failed'),
    at('2026-11-24', 'scheduled'),
  ];
  expect(finding(calls)).toMatch(
    /^4 calls in 2 days, 67% of those that are over were completed; most on Tue,? (24 Nov|Nov 24) \(3\)$/,
  );
  expect(finding(calls.slice(0, 2)), 'two days alike').toBe(
    '2 calls in 2 days, 100% of those that are over were completed',
  );
  expect(finding([at('2026-11-23', 'new')], '2026-11-23')).toBe('1 call in 1 day, none is over yet');
  expect(finding([])).toBe('No calls in these days');
});
