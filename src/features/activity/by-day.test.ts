import { expect, test } from 'vitest';
import type { Act } from '#src/api/wire/activity.ts';
import { byDay, dayInWords } from './by-day.ts';

const at = (id: number, ...time: [number, number, number, number]) =>
  ({ id, at: new Date(...time).toISOString() }) as Act;

test('acts stand under the reader’s own days, in the order in which they come', () => {
  const acts = [at(3, 2026, 0, 2, 0), at(2, 2026, 0, 1, 23), at(1, 2026, 0, 1, 0)];
  expect(byDay(acts).map(({ day, acts: ofDay }) => [day, ofDay.map(({ id }) => id)])).toEqual([
    ['2026-01-02', [3]],
    ['2026-01-01', [2, 1]],
  ]);
});

test('a day is called as people call it', () => {
  const now = new Date(2026, 0, 2, 12).getTime();
  expect(dayInWords('2026-01-02', now)).toBe('Today');
  expect(dayInWords('2026-01-01', now)).toBe('Yesterday');
  expect(dayInWords('2025-12-31', now)).toContain('2025');
});
