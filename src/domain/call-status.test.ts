import { expect, it } from 'vitest';
import { callStatusTone, callStatusWords } from './call-status.ts';

const at = { now: Date.parse('2026-11-24T10:00:00Z'), timeZone: 'Europe/Warsaw' };

it('says for when a call is scheduled, and of a call that was, what came of it', () => {
  const scheduledAt = Date.parse('2026-11-25T08:00:00Z');
  expect(callStatusWords({ status: 'scheduled', scheduledAt }, at)).toBe('Scheduled for tomorrow at 09:00');
  expect(callStatusWords({ status: 'scheduled', scheduledAt: null }, at)).toBe('Scheduled');
  expect(callStatusWords({ status: 'user-failed', scheduledAt }, at)).toBe('Visitor did not answer');
  expect(callStatusWords({ status: 'unheard-of', scheduledAt: null }, at)).toBe('unheard-of');
});

it('tells good news from bad', () => {
  expect(['completed', 'manager-failed', 'ringing', 'cancelled', 'unheard-of'].map(callStatusTone)).toEqual([
    'ok',
    'bad',
    'warn',
    'dim',
    'dim',
  ]);
});
