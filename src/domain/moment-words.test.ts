import { expect, it } from 'vitest';
import { momentInWords } from './moment-words.ts';

const now = Date.parse('2026-11-24T22:30:00Z'); // Tuesday 23:30 in Warsaw

it.each([
  ['2026-11-24T22:45:00Z', 'today at 23:45'],
  ['2026-11-24T23:00:00Z', 'tomorrow at 00:00'],
  ['2026-11-25T08:00:00Z', 'tomorrow at 09:00'],
  ['2026-11-30T08:05:00Z', 'Monday at 09:05'],
  ['2026-12-01T08:00:00Z', 'Tue 1 Dec at 09:00'],
  ['2027-01-04T08:00:00Z', 'Mon 4 Jan 2027 at 09:00'],
  ['2026-11-23T08:00:00Z', 'Mon 23 Nov at 09:00'],
])('says of %s: %s', (instant, words) => {
  expect(momentInWords(Date.parse(instant), now, 'Europe/Warsaw')).toBe(words);
});

it('goes by the clock of the zone', () => {
  const instant = Date.parse('2026-11-25T03:30:00Z');
  expect(momentInWords(instant, now, 'America/New_York')).toBe('today at 22:30');
  expect(momentInWords(instant, now, 'Asia/Kolkata')).toBe('today at 09:00');
});

it('counts days, not hours, over a clock change', () => {
  const saturday = Date.parse('2026-10-24T21:30:00Z');
  expect(momentInWords(Date.parse('2026-10-26T08:00:00Z'), saturday, 'Europe/Warsaw')).toBe('Monday at 09:00');
});
