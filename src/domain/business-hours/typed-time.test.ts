import { describe, expect, it } from 'vitest';
import { formatTime, parseTime } from './typed-time.ts';

describe('parseTime', () => {
  it.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['17', '17:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['1730', '17:30'],
    ['9:30', '09:30'],
    ['17.00', '17:00'],
    ['17,15', '17:15'],
    ['17h', '17:00'],
    ['17h30', '17:30'],
    ['9 30', '09:30'],
    [' 9:30 ', '09:30'],
    ['5pm', '17:00'],
    ['5 PM', '17:00'],
    ['5p', '17:00'],
    ['5:30 p.m.', '17:30'],
    ['530pm', '17:30'],
    ['12pm', '12:00'],
    ['12:01am', '00:01'],
    ['1am', '01:00'],
    ['23:59', '23:59'],
  ])('reads %s as %s, as a start and as an end', (text, time) => {
    expect(formatTime(parseTime(text, 'start') ?? Number.NaN)).toBe(time);
    expect(formatTime(parseTime(text, 'end') ?? Number.NaN)).toBe(time);
  });

  it.each(['0', '0:00', '00:00', '12am'])('reads %s as the beginning of a day, and as its end', (text) => {
    expect(parseTime(text, 'start')).toBe(0);
    expect(parseTime(text, 'end')).toBe(1440);
  });

  it.each(['24', '24:00', '2400', '24.00'])('takes %s as an end alone', (text) => {
    expect(parseTime(text, 'start')).toBeNull();
    expect(parseTime(text, 'end')).toBe(1440);
  });

  it.each(['', 'nine', '9:5', '9:60', '25', '24:01', '13pm', '0pm', '-9', '9-17', '9:30:00', '12345', '9:30x'])(
    'does not take %s for a time',
    (text) => {
      expect(parseTime(text, 'start')).toBeNull();
      expect(parseTime(text, 'end')).toBeNull();
    },
  );

  it('reads every minute as it is written', () => {
    for (let minutes = 0; minutes < 1440; minutes++) expect(parseTime(formatTime(minutes), 'start')).toBe(minutes);
    for (let minutes = 1; minutes <= 1440; minutes++) expect(parseTime(formatTime(minutes), 'end')).toBe(minutes);
  });
});
