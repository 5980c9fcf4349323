import { describe, expect, it } from 'vitest';
import { type CallTaker, forecastCallNow, forecastCallOrSchedule } from './availability.ts';
import { defaultHours } from './business-hours/rule.ts';
import { rule } from './business-hours/rules.testing.ts';

const tuesday = (time: string) => Date.parse(`2026-11-24T${time}:00+01:00`);
const taker = (name: string, more: Partial<CallTaker> = {}): CallTaker => ({
  name,
  enabled: true,
  userEnabled: true,
  hours: defaultHours,
  ...more,
});
const late = [rule(2, '12:00', '20:00')];

describe('a call for anybody', () => {
  it('is placed now by those whose hours are open', () => {
    const takers = [taker('Anna'), taker('Piotr', { hours: late }), taker('Ola', { enabled: false, hours: late })];
    expect(forecastCallOrSchedule(takers, tuesday('10:00'))).toEqual({ kind: 'now', names: ['Anna'] });
    expect(forecastCallOrSchedule(takers, tuesday('12:00'))).toEqual({ kind: 'now', names: ['Anna', 'Piotr'] });
    expect(forecastCallOrSchedule(takers, tuesday('17:00'))).toEqual({ kind: 'now', names: ['Piotr'] });
  });

  it('waits for the first whose hours begin, and never for one who is switched off', () => {
    const takers = [taker('Anna'), taker('Piotr', { hours: late }), taker('Ola', { enabled: false, hours: late })];
    const forecast = { kind: 'scheduled', at: tuesday('09:00'), names: ['Anna'] };
    expect(forecastCallOrSchedule(takers, tuesday('07:30'))).toEqual(forecast);
    expect(forecastCallOrSchedule(takers.slice(1), tuesday('07:30'))).toEqual({
      kind: 'scheduled',
      at: tuesday('12:00'),
      names: ['Piotr'],
    });
  });

  it('is taken by nobody who is disabled as a user', () => {
    const takers = [taker('Anna', { userEnabled: false }), taker('Piotr', { hours: late })];
    expect(forecastCallOrSchedule(takers, tuesday('10:00'))).toMatchObject({ kind: 'scheduled', names: ['Piotr'] });
  });

  it('hangs on hours that are not told, unless somebody is available all the same', () => {
    const takers = [taker('Anna'), taker('Piotr', { hours: undefined })];
    expect(forecastCallOrSchedule(takers, tuesday('07:30'))).toEqual({ kind: 'unknown', names: ['Piotr'] });
    expect(forecastCallOrSchedule(takers, tuesday('10:00'))).toEqual({ kind: 'now', names: ['Anna'] });
  });

  it.each<[string, CallTaker[]]>([
    ['This widget has no managers, so nobody can take the call.', []],
    ['Anna is switched off, so nobody can take the call.', [taker('Anna', { enabled: false })]],
    [
      'All 2 managers are switched off, so nobody can take the call.',
      [taker('Anna', { enabled: false }), taker('Ola', { enabled: false })],
    ],
    [
      'Anna is disabled as a user, so nobody can take the call.',
      [taker('Anna', { enabled: false, userEnabled: false })],
    ],
    [
      'All 2 managers are disabled as a user or switched off, so nobody can take the call.',
      [taker('Anna', { userEnabled: false }), taker('Ola', { enabled: false })],
    ],
    [
      'Anna is without hours, so there is no time to call at.',
      [taker('Anna', { hours: [] }), taker('Ola', { enabled: false })],
    ],
  ])('is refused: %s', (why, takers) => {
    expect(forecastCallOrSchedule(takers, tuesday('12:00'))).toEqual({ kind: 'refused', why });
  });
});

describe('a call for one manager', () => {
  it('is placed now or refused with the reason', () => {
    expect(forecastCallNow(taker('Anna'), tuesday('12:00'))).toEqual({ kind: 'now', names: ['Anna'] });
    expect(forecastCallNow(taker('Anna'), tuesday('07:42'))).toEqual({
      kind: 'refused',
      why: 'Anna is not available now. It is 07:42 on Tuesday in Warsaw; hours start at 09:00.',
    });
    expect(forecastCallNow(taker('Anna', { enabled: false }), tuesday('12:00'))).toEqual({
      kind: 'refused',
      why: 'Anna is switched off.',
    });
    expect(forecastCallNow(taker('Anna', { userEnabled: false }), tuesday('12:00'))).toEqual({
      kind: 'refused',
      why: 'Anna is disabled as a user.',
    });
    expect(forecastCallNow(taker('Anna', { hours: undefined }), tuesday('12:00'))).toEqual({
      kind: 'unknown',
      names: ['Anna'],
    });
  });
});
