import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsByDay, outcomeOf, sumOfDays } from './calls-by-day.ts';

const call = (text: string, status = 'completed') => ({ createdAt: Date.parse(text), status });
const brief = (calls: Parameters<typeof callsByDay>[0], from: string, to: string, timeZone = 'UTC') =>
  callsByDay(calls, { from, to, timeZone }).map(({ day, total }) => `${day}: ${total}`);

describe('callsByDay', () => {
  it('counts every day of the range, by outcome', () => {
    const calls = [
      call('2026-11-22T10:00:00Z'),
      call('2026-11-22T11:00:00Z', 'user-failed'),
      call('2026-11-22T12:00:00Z', 'manager-failed'),
      call('2026-11-24T12:00:00Z', 'ringing'),
      call('2026-11-24T12:00:00Z', 'brand-new'),
    ];
    expect(callsByDay(calls, { from: '2026-11-22', to: '2026-11-24', timeZone: 'UTC' })).toEqual([
      { day: '2026-11-22', total: 3, completed: 1, failed: 2, cancelled: 0, open: 0, other: 0 },
      { day: '2026-11-23', total: 0, completed: 0, failed: 0, cancelled: 0, open: 0, other: 0 },
      { day: '2026-11-24', total: 2, completed: 0, failed: 0, cancelled: 0, open: 1, other: 1 },
    ]);
  });

  it('takes the day from the clock of the zone', () => {
    const calls = [call('2026-11-23T23:30:00Z'), call('2026-11-24T04:59:59Z')];
    expect(brief(calls, '2026-11-23', '2026-11-24')).toEqual(['2026-11-23: 1', '2026-11-24: 1']);
    expect(brief(calls, '2026-11-23', '2026-11-24', 'Europe/Warsaw')).toEqual(['2026-11-23: 0', '2026-11-24: 2']);
    expect(brief(calls, '2026-11-23', '2026-11-24', 'America/New_York')).toEqual(['2026-11-23: 2', '2026-11-24: 0']);
  });

  it('has each day once where clocks change', () => {
    expect(brief([], '2026-10-24', '2026-10-26', 'Europe/Warsaw')).toEqual([
      '2026-10-24: 0',
      '2026-10-25: 0',
      '2026-10-26: 0',
    ]);
  });

  it('leaves out calls of other days and without a day', () => {
    const calls = [call('2026-11-21T23:59:59Z'), call('2026-11-23T00:00:00Z'), { createdAt: null, status: 'new' }];
    expect(brief(calls, '2026-11-22', '2026-11-22')).toEqual(['2026-11-22: 0']);
  });

  it('has no days where the range ends before it starts or is none', () => {
    expect(brief([], '2026-11-22', '2026-11-21')).toEqual([]);
    expect(brief([], 'x', '2026-11-21')).toEqual([]);
  });

  it('counts every call of the range once', () => {
    const instant = fc.integer({ min: Date.parse('2026-10-01'), max: Date.parse('2026-11-01') - 1 });
    const status = fc.constantFrom('completed', 'failed', 'cancelled', 'new', 'x');
    fc.assert(
      fc.property(fc.array(fc.record({ createdAt: instant, status })), (calls) => {
        const sum = sumOfDays(callsByDay(calls, { from: '2026-09-30', to: '2026-11-01', timeZone: 'Pacific/Chatham' }));
        expect(sum.total).toBe(calls.length);
        expect(sum.completed).toBe(calls.filter((one) => one.status === 'completed').length);
        expect(sum.completed + sum.failed + sum.cancelled + sum.open + sum.other).toBe(calls.length);
      }),
    );
  });
});

it('knows the outcome of every status of the API', () => {
  const ends = ['completed', 'manager-failed', 'user-failed', 'failed', 'cancelled'].map(outcomeOf);
  expect(ends).toEqual(['completed', 'failed', 'failed', 'failed', 'cancelled']);
  expect(['new', 'scheduled', 'ringing', 'in-progress'].map(outcomeOf)).toEqual(Array(4).fill('open'));
});
