import { describe, expect, it } from 'vitest';
import { addRange, editRange, removeRange, setTimeZone, switchDay } from './edit.ts';
import { problemsOf, unknownZonesOf } from './problems.ts';
import { type BusinessTime, defaultHours } from './rule.ts';
import { rule } from './rules.testing.ts';
import { isChanged, rulesOf } from './save.ts';
import { type Week, weekOf } from './week.ts';

const week = weekOf(defaultHours);
const found = (week: Week) => problemsOf(week).map(({ day, index, field, text }) => ({ day, index, field, text }));

/** What the one problem's fix says, and the rules it leads to. */
function fixOf(week: Week) {
  const [problem, ...others] = problemsOf(week);
  expect(others).toEqual([]);
  return { label: problem?.fix?.label, rules: problem?.fix && rulesOf(problem.fix.week) };
}

const of = (...rules: BusinessTime[]) => weekOf(rules);

describe('problemsOf', () => {
  it('finds nothing in hours that are in order', () => {
    expect(problemsOf(week)).toEqual([]);
    expect(problemsOf(of(rule(1, '09:00', '12:00'), rule(1, '12:00', '17:00')))).toEqual([]);
    expect(problemsOf(of(rule(6, '22:00', '24:00'), rule(0, '00:00', '06:00'), rule(0, '06:00', '07:00')))).toEqual([]);
  });

  it('names the field of a time that cannot be read, and what to type', () => {
    expect(found(editRange(week, 1, 0, { start: 'nine' }))).toEqual([
      { day: 1, index: 0, field: 'start', text: 'Type a start such as 9, 9:30 or 5pm.' },
    ]);
    expect(found(editRange(week, 1, 0, { end: '' }))).toEqual([
      { day: 1, index: 0, field: 'end', text: 'Type an end such as 17, 17:30, 5pm or 24:00.' },
    ]);
    expect(found(editRange(week, 1, 0, { start: '24:00' }))[0]?.text).toMatch(/next day at 00:00/);
  });

  it('does not ask days that are off', () => {
    expect(problemsOf(switchDay(editRange(week, 1, 0, { start: 'nine' }), 1, false))).toEqual([]);
  });

  it('offers the whole day where start and end are the same', () => {
    const same = editRange(of(rule(1, '09:00', '17:00')), 1, 0, { end: '9' });
    expect(found(same)[0]?.text).toBe('The end is the same as the start. Type a later end.');
    expect(fixOf(same)).toEqual({ label: 'Use the whole day', rules: [rule(1, '00:00', '24:00')] });
  });

  it('puts an overlap at the later range and offers to start it where the other ends', () => {
    const both = of(rule(1, '11:00', '17:00'), rule(1, '09:00', '12:00'));
    expect(found(both)).toEqual([
      { day: 1, index: 1, field: 'range', text: 'Overlaps Monday’s 09:00–12:00. Ranges of one day must not overlap.' },
    ]);
    expect(fixOf(both)).toEqual({
      label: 'Start it at 12:00',
      rules: [rule(1, '12:00', '17:00'), rule(1, '09:00', '12:00')],
    });
  });

  it('offers to remove a range that lies within another', () => {
    const both = of(rule(1, '09:00', '17:00'), rule(1, '10:00', '11:00'));
    expect(fixOf(both)).toEqual({ label: 'Remove this range', rules: [rule(1, '09:00', '17:00')] });
    const twice = of(rule(1, '09:00', '17:00'), rule(1, '09:00', '17:00'));
    expect(fixOf(twice)).toEqual({ label: 'Remove this range', rules: [rule(1, '09:00', '17:00')] });
  });

  it('sees a night reach into the next morning, over the end of the week too', () => {
    const night = of(rule(6, '22:00', '24:00'), rule(0, '00:00', '06:00'), rule(0, '05:00', '09:00'));
    expect(found(night)).toEqual([
      {
        day: 0,
        index: 0,
        field: 'range',
        text: 'Overlaps Saturday’s 22:00–06:00. Ranges of one day must not overlap.',
      },
    ]);
    expect(fixOf(night).label).toBe('Start it at 06:00');
  });

  it('puts the overlap of a night at the morning, whichever comes first in its day', () => {
    const night = of(rule(2, '00:00', '23:00'), rule(1, '08:00', '09:00'), rule(1, '22:00', '24:00'));
    expect(found(editRange(night, 1, 1, { end: '06:00' }))).toEqual([
      { day: 2, index: 0, field: 'range', text: 'Overlaps Monday’s 22:00–06:00. Ranges of one day must not overlap.' },
    ]);
  });

  it('leaves ranges in several zones alone until they are in one', () => {
    const zones = of(rule(1, '09:00', '17:00'), rule(1, '09:00', '17:00', 'Asia/Kolkata'));
    expect(problemsOf(zones)).toEqual([]);
    expect(problemsOf(setTimeZone(zones, 'UTC'))).toHaveLength(1);
  });

  it('explains a rule that came with its end before its start, and can make it a night', () => {
    const backwards = of(rule(1, '22:00:00', '06:00:00'));
    expect(found(backwards)[0]?.text).toMatch(/^This range came with its end before its start/);
    const [problem] = problemsOf(backwards);
    expect(problem?.fix?.label).toBe('End it on Tuesday');
    const fixed = problem?.fix?.week ?? backwards;
    expect(isChanged(fixed)).toBe(true);
    expect(problemsOf(fixed)).toEqual([]);
    expect(rulesOf(fixed)).toEqual([rule(1, '22:00:00', '24:00'), rule(2, '00:00', '06:00')]);
  });

  it('explains a rule that came to end at 00:00, and can make it the end of the day', () => {
    const midnight = of(rule(1, '22:00', '00:00'));
    expect(found(midnight)[0]?.text).toMatch(/^This range came with its end before its start/);
    expect(fixOf(midnight)).toEqual({ label: 'End it at 24:00', rules: [rule(1, '22:00', '24:00')] });
  });

  it('is gone with the range', () => {
    const blank = addRange(editRange(week, 1, 0, { end: '24:00' }), 1);
    expect(found(blank)).toMatchObject([{ day: 1, index: 1, field: 'start' }]);
    expect(problemsOf(removeRange(blank, 1, 1))).toEqual([]);
  });
});

describe('unknownZonesOf', () => {
  it('names zones that no clock knows', () => {
    expect(unknownZonesOf(of(rule(1, '09:00', '17:00', 'Mars/Olympus'), rule(2, '09:00', '17:00')))).toEqual([
      'Mars/Olympus',
    ]);
    expect(unknownZonesOf(setTimeZone(week, 'Europe/Kyiv'))).toEqual([]);
  });
});
