import { expect, it } from 'vitest';
import { parseTimestamp } from './timestamps.ts';

const read = (text: string, timeZone?: string) => {
  const instant = parseTimestamp(text, timeZone);
  return instant === null ? null : new Date(instant).toISOString();
};

it('reads the API’s form as UTC', () => {
  expect(read('2026-11-24 08:30:15')).toBe('2026-11-24T08:30:15.000Z');
  expect(read('2024-02-29T23:59:59')).toBe('2024-02-29T23:59:59.000Z');
});

it.each([
  null,
  undefined,
  '',
  '2026-11-24',
  '2026-02-30 10:00:00',
  '2026-13-01 10:00:00',
  '2026-11-24 24:00:00',
  'now',
])('gives null for %s', (text) => {
  expect(parseTimestamp(text)).toBeNull();
});

it('reads the local time of another zone, by its offset on that day', () => {
  expect(read('2026-11-24 09:00:00', 'Europe/Warsaw')).toBe('2026-11-24T08:00:00.000Z');
  expect(read('2026-07-24 09:00:00', 'Europe/Warsaw')).toBe('2026-07-24T07:00:00.000Z');
  expect(read('2026-03-29 12:00:00', 'Europe/Warsaw')).toBe('2026-03-29T10:00:00.000Z');
  expect(read('2026-10-25 12:00:00', 'Europe/Warsaw')).toBe('2026-10-25T11:00:00.000Z');
});

it('takes the first of a local time that comes twice, and the offset before a gap', () => {
  expect(read('2026-10-25 02:30:00', 'Europe/Warsaw')).toBe('2026-10-25T00:30:00.000Z');
  expect(read('2026-03-29 02:30:00', 'Europe/Warsaw')).toBe('2026-03-29T01:30:00.000Z');
});

it('reads the time as UTC where the zone is not known', () => {
  expect(read('2026-11-24 09:00:00', 'Mars/Olympus')).toBe('2026-11-24T09:00:00.000Z');
});
