import { expect, test } from 'vitest';
import { availabilityAt } from './availability.ts';
import { defaultHours } from './rule.ts';

const at = (text: string) => Date.parse(text);
const on = { enabled: true, userEnabled: true };
const off = { enabled: false, userEnabled: true };
/** A Wednesday in winter: Warsaw is an hour ahead. */
const noon = at('2026-11-25T11:00:00Z');
const evening = at('2026-11-25T19:00:00Z');

test('while hours run, the person is called', () => {
  expect(availabilityAt(defaultHours, on, noon)).toEqual({ open: true, why: null, next: noon, nextInWords: null });
});

test('outside them it says why, and when next by the clock of the hours', () => {
  expect(availabilityAt(defaultHours, on, evening)).toEqual({
    open: false,
    why: 'It is 20:00 on Wednesday in Warsaw; hours ended at 17:00.',
    next: at('2026-11-26T08:00:00Z'),
    nextInWords: 'tomorrow at 09:00, Warsaw time',
  });
});

test('who is disabled is not called, whatever the hours', () => {
  expect(availabilityAt(defaultHours, off, noon)).toEqual({
    open: false,
    why: 'Disabled for this widget.',
    next: noon,
    nextInWords: null,
  });
  expect(availabilityAt(defaultHours, off, evening).why).toBe(
    'Disabled for this widget. It is 20:00 on Wednesday in Warsaw; hours ended at 17:00.',
  );
});

test('a user who is disabled is called for no widget', () => {
  const user = { enabled: true, userEnabled: false };
  expect(availabilityAt(defaultHours, user, noon)).toEqual({
    open: false,
    why: 'Disabled as a user, so for every widget.',
    next: noon,
    nextInWords: null,
  });
  expect(availabilityAt(defaultHours, { ...user, enabled: false }, noon).why).toBe(
    'Disabled as a user, so for every widget. Disabled for this widget.',
  );
});

test('among several zones, the one that opens first speaks', () => {
  const rules = [...defaultHours, ...defaultHours.map((rule) => ({ ...rule, timezone: 'Asia/Tokyo' }))];
  expect(availabilityAt(rules, on, evening).nextInWords).toBe('today at 09:00, Tokyo time');
});

test('a reader whose clock shows another time is told that one too', () => {
  const next = (readerZone: string) => availabilityAt(defaultHours, on, evening, readerZone).nextInWords;
  expect(next('Europe/Warsaw')).toBe('tomorrow at 09:00, Warsaw time');
  expect(next('Europe/Berlin')).toBe('tomorrow at 09:00, Warsaw time');
  expect(next('Europe/London')).toBe('tomorrow at 09:00, Warsaw time (08:00 for you)');
  expect(next('Pacific/Auckland')).toBe('tomorrow at 09:00, Warsaw time (today at 21:00 for you)');
});

test('without hours there is no next time', () => {
  const never = { open: false, why: 'No day is switched on.', next: null, nextInWords: null };
  expect(availabilityAt([], on, noon)).toEqual(never);
});
