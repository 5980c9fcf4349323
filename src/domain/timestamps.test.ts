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
  ['2026-11-24T08:30:15Z', '2026-11-24T08:30:15.000Z'],
  ['2026-11-24T08:30:15+02:00', '2026-11-24T06:30:15.000Z'],
  ['2026-11-24T08:30:15-0130', '2026-11-24T10:00:15.000Z'],
  ['2026-11-24T08:30:15.123456Z', '2026-11-24T08:30:15.123Z'],
  ['1795509015', '2026-11-24T08:30:15.000Z'],
  ['1795509015.9', '2026-11-24T08:30:15.900Z'],
  ['1795509015000', '2026-11-24T08:30:15.000Z'],
])('reads what names an instant by itself: %s', (text, instant) => {
  expect(read(text)).toBe(instant);
  expect(read(text, 'Europe/Warsaw')).toBe(instant);
});

it('reads fractions of a local time too', () => {
  expect(read('2026-11-24 09:00:00.5', 'Europe/Warsaw')).toBe('2026-11-24T08:00:00.500Z');
});

it.each([
  null,
  '0000-00-00 00:00:00',
  '0',
  '9999999999999999',
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
