import { expect, test } from 'vitest';
import { addDays, dayOf, isDay, secondsOf, startOfDay } from './days.ts';

test('a day begins at the reader’s own midnight and is the day of every moment until the next', () => {
  const start = startOfDay('2026-11-24');
  expect(new Date(start).getHours()).toBe(0);
  expect(dayOf(start)).toBe('2026-11-24');
  expect(dayOf(start - 1)).toBe('2026-11-23');
  expect(dayOf(startOfDay('2026-11-25') - 1)).toBe('2026-11-24');
});

test('days are counted over months, years and changes of the clocks', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
});

test('a range runs from the first second of its first day to the last of its last', () => {
  const { date_from = 0, date_to = 0 } = secondsOf('2026-11-24', '2026-11-24');
  expect(dayOf(date_from * 1000)).toBe('2026-11-24');
  expect(dayOf(date_from * 1000 - 1)).toBe('2026-11-23');
  expect(dayOf(date_to * 1000)).toBe('2026-11-24');
  expect(dayOf(date_to * 1000 + 1000)).toBe('2026-11-25');
  expect(secondsOf('', '2026-11-24')).toEqual({ date_to });
  expect(secondsOf('2026-11-24', '')).toEqual({ date_from });
});

test.each([
  ['2026-11-24', true],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['24.11.2026', false],
  ['', false],
  ['2000-01-01', true],
  ['2100-12-31', true],
  // Of a year of which the first digits are typed, and a slip.
  ['0002-11-24', false],
  ['0202-11-24', false],
  ['1999-12-31', false],
  ['2206-11-24', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
