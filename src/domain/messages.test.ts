import { expect, it } from 'vitest';
import { callStatusName, smsName, voiceName } from './messages.ts';

it('names what it knows in plain words', () => {
  expect(smsName('visitor.call-scheduled')).toBe('Visitor: call scheduled');
  expect(voiceName('client.end_failed')).toBe('Client: end of a failed call');
  expect(callStatusName('manager-failed')).toBe('No manager answered');
});

it('lets what it does not know stand for itself', () => {
  expect([smsName('visitor.new-kind'), voiceName('x'), callStatusName('odd-word')]).toEqual([
    'visitor.new-kind',
    'x',
    'odd-word',
  ]);
  expect(callStatusName('')).toBe('Status not told');
});
