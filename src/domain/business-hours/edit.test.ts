import { describe, expect, it } from 'vitest';
import {
  addRange,
  applyPreset,
  copyDay,
  editRange,
  isOvernight,
  presets,
  removeRange,
  switchDay,
  tidyRange,
} from './edit.ts';
import { defaultHours } from './rule.ts';
import { offRule, rule } from './rules.testing.ts';
import { rulesOf } from './save.ts';
import { type Week, weekOf } from './week.ts';
import { hoursInWords } from './words.ts';

const week = weekOf(defaultHours);
const times = (week: Week, day: number) => week.days[day]?.ranges.map((range) => `${range.start}–${range.end}`);
const saved = (week: Week) => hoursInWords(rulesOf(week));

describe('switchDay', () => {
  it('gives a day its ranges back', () => {
    const off = switchDay(editRange(week, 1, 0, { start: '07:15' }), 1, false);
    expect(saved(off)).toBe('Tue–Fri 09:00–17:00');
    expect(times(switchDay(off, 1, true), 1)).toEqual(['07:15–17:00']);
  });

  it('gives a day that never had a range a first one', () => {
    expect(times(switchDay(week, 6, true), 6)).toEqual(['09:00–17:00']);
  });
});

describe('addRange', () => {
  it('suggests the rest of the day, an hour later', () => {
    const morning = editRange(week, 1, 0, { end: '12:00' });
    expect(times(addRange(morning, 1), 1)).toEqual(['09:00–12:00', '13:00–17:00']);
    expect(times(addRange(week, 1), 1)).toEqual(['09:00–17:00', '18:00–19:00']);
  });

  it('leaves the times to the person where the day is full', () => {
    const late = editRange(week, 1, 0, { end: '23:30' });
    expect(times(addRange(late, 1), 1)).toEqual(['09:00–23:30', '–']);
    const night = editRange(week, 1, 0, { start: '22:00', end: '06:00' });
    expect(times(addRange(night, 1), 1)).toEqual(['22:00–06:00', '–']);
  });

  it('switches a day on', () => {
    expect(saved(addRange(week, 0))).toBe('Mon–Fri, Sun 09:00–17:00');
  });
});

describe('isOvernight', () => {
  it('tells a range that ends on the next day', () => {
    expect(isOvernight({ start: '22', end: '6' })).toBe(true);
    expect(isOvernight({ start: '22', end: '24' })).toBe(false);
    expect(isOvernight({ start: '22', end: '' })).toBe(false);
  });
});

describe('removeRange', () => {
  it('switches a day off with its last range', () => {
    expect(removeRange(week, 1, 0).days[1]).toEqual({ on: false, ranges: [] });
    expect(removeRange(addRange(week, 1), 1, 0).days[1]?.on).toBe(true);
  });
});

describe('tidyRange', () => {
  it('writes times in their proper form and leaves what it cannot read', () => {
    const typed = editRange(week, 1, 0, { start: '930', end: '5pm' });
    expect(times(tidyRange(typed, 1, 0), 1)).toEqual(['09:30–17:00']);
    expect(times(tidyRange(editRange(week, 1, 0, { start: '9:', end: 'noon' }), 1, 0), 1)).toEqual(['09:00–noon']);
    expect(times(tidyRange(editRange(week, 1, 0, { start: '22', end: '0' }), 1, 0), 1)).toEqual(['22:00–24:00']);
  });
});

describe('copyDay', () => {
  it('copies ranges, and being off', () => {
    const typed = editRange(week, 1, 0, { start: '07:00' });
    expect(saved(copyDay(typed, 1, [2, 6]))).toBe('Mon, Tue, Sat 07:00–17:00; Wed–Fri 09:00–17:00');
    expect(saved(copyDay(week, 0, [1, 2, 3, 4, 5, 6]))).toBe('No hours');
  });
});

describe('presets', () => {
  it('set what they are called', () => {
    const set = presets.map((preset) => [preset.name, saved(applyPreset(weekOf([offRule(1)]), preset))]);
    expect(Object.fromEntries(set)).toEqual({
      'Mon–Fri 09:00–17:00': 'Mon–Fri 09:00–17:00',
      'Mon–Fri 08:00–16:00': 'Mon–Fri 08:00–16:00',
      'Mon–Fri with a lunch break': 'Mon–Fri 09:00–12:00, 13:00–17:00',
      'Every day 09:00–21:00': 'Every day 09:00–21:00',
      'Around the clock': 'Every day all day',
      Never: 'No hours',
    });
  });

  it('keep the zone of the week', () => {
    const [first] = presets;
    const kept = first && rulesOf(applyPreset(weekOf([rule(3, '01:00', '02:00', 'Asia/Kolkata')]), first));
    expect(new Set(kept?.map((rule) => rule.timezone))).toEqual(new Set(['Asia/Kolkata']));
  });

  it('make one zone of several, the first', () => {
    const several = weekOf([rule(1, '09:00', '17:00', 'Asia/Kolkata'), rule(2, '09:00', '17:00', 'UTC')]);
    const [first] = presets;
    expect(first && applyPreset(several, first).timeZone).toBe('Asia/Kolkata');
  });
});
