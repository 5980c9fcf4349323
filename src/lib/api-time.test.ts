import { afterEach, expect, test } from 'vitest';
import { formatApiTime, setApiTimeZone } from './api-time.ts';

afterEach(() => setApiTimeZone('UTC'));

const toIso = (moment: string | number) => (typeof moment === 'number' ? new Date(moment).toISOString() : moment);

test('CallPage’s times are read in its zone, which is UTC unless the server says otherwise', () => {
  expect(formatApiTime('2026-11-24 09:00:00', toIso)).toBe('2026-11-24T09:00:00.000Z');
  setApiTimeZone('Europe/Warsaw');
  expect(formatApiTime('2026-11-24 09:00:00', toIso)).toBe('2026-11-24T08:00:00.000Z');
  expect(formatApiTime('long ago', toIso)).toBe('long ago');
});
