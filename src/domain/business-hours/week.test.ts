import { describe, expect, it } from 'vitest';
import { defaultHours } from './rule.ts';
import { offRule, rule } from './rules.testing.ts';
import { weekOf } from './week.ts';

/** Days that are on, as `day: start–end`. */
function shown(rules: Parameters<typeof weekOf>[0]) {
  return weekOf(rules).days.flatMap(({ on, ranges }, day) =>
    on ? ranges.map((range) => `${day}: ${range.start}–${range.end}`) : [],
  );
}

describe('weekOf', () => {
  it('reads the default hours', () => {
    expect(shown(defaultHours)).toEqual([1, 2, 3, 4, 5].map((day) => `${day}: 09:00–17:00`));
    expect(weekOf(defaultHours).timeZone).toBe('Europe/Warsaw');
  });

  it('shows several ranges of a day by their start', () => {
    expect(shown([rule(1, '13:00', '17:00:00'), rule(1, '09:00:00', '12:00')])).toEqual([
      '1: 09:00–12:00',
      '1: 13:00–17:00',
    ]);
  });

  it('shows two rules that meet at midnight as one night, over the end of the week too', () => {
    expect(shown([rule(6, '22:00', '24:00'), rule(0, '00:00', '06:00')])).toEqual(['6: 22:00–06:00']);
    expect(shown([rule(2, '00:00:00', '06:00:00'), rule(1, '22:00:00', '24:00:00')])).toEqual(['1: 22:00–06:00']);
  });

  it('gives a morning to one evening alone', () => {
    expect(shown([rule(1, '22:00', '24:00'), rule(1, '23:00', '24:00'), rule(2, '00:00', '06:00')])).toEqual([
      '1: 22:00–06:00',
      '1: 23:00–24:00',
    ]);
  });

  it('keeps rules apart that make a day or more, or are in two zones', () => {
    expect(shown([rule(1, '08:00', '24:00'), rule(2, '00:00', '08:00')])).toHaveLength(2);
    expect(shown([rule(1, '00:00', '24:00'), rule(2, '00:00', '24:00')])).toHaveLength(2);
    expect(shown([rule(1, '22:00', '24:00'), rule(2, '00:00', '06:00', 'UTC')])).toHaveLength(2);
  });

  it('shows a night every day as seven nights', () => {
    const nights = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [rule(day, '22:00', '24:00'), rule(day, '00:00', '06:00')]);
    expect(shown(nights)).toEqual([0, 1, 2, 3, 4, 5, 6].map((day) => `${day}: 22:00–06:00`));
  });

  it('remembers the times of a day that is off', () => {
    const [, monday, tuesday] = weekOf([{ ...rule(1, '08:00', '12:00'), enabled: false }, offRule(2)]).days;
    expect(monday).toMatchObject({ on: false, ranges: [{ start: '08:00', end: '12:00' }] });
    expect(tuesday).toEqual({ on: false, ranges: [] });
  });

  it('shows times that cannot be read as they are', () => {
    expect(shown([rule(1, '9:5', '17:00'), { ...rule(2, '', ''), start_time: null }])).toEqual([
      '1: 9:5–17:00',
      '2: –',
    ]);
  });

  it('has no zone of its own while enabled rules are in several', () => {
    expect(weekOf([rule(1, '09:00', '17:00'), rule(2, '09:00', '17:00', 'UTC')]).timeZone).toBeNull();
    expect(weekOf([rule(1, '09:00', '17:00', 'UTC'), offRule(2)]).timeZone).toBe('UTC');
    expect(weekOf([]).timeZone).toBe('Europe/Warsaw');
  });
});
