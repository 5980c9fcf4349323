import { expect, test } from 'vitest';
import { defaultHours } from '#src/domain/business-hours/rule.ts';
import { changedParts, hoursOf, sameRules } from './hours.ts';

const [monday, ...others] = defaultHours;
const later = {
  ...monday,
  day_of_week: 1,
  enabled: true,
  start_time: '10:00',
  end_time: '18:00',
  timezone: 'Europe/Warsaw',
};

test('rules are the same whatever the order of their keys', () => {
  const turned = defaultHours.map(({ day_of_week, ...rule }) => ({ ...rule, day_of_week }));
  expect(sameRules(defaultHours, turned)).toBe(true);
  expect(sameRules(defaultHours, others)).toBe(false);
});

test('a conflict names the days that differ and the time zone', () => {
  expect(changedParts(defaultHours, defaultHours)).toEqual([]);
  expect(changedParts(defaultHours, [later, ...others])).toEqual(['Monday']);
  expect(changedParts(defaultHours, [...defaultHours, { ...later, day_of_week: 0 }])).toEqual(['Sunday']);
  const inLondon = defaultHours.map((rule) => ({ ...rule, timezone: 'Europe/London' }));
  expect(changedParts(defaultHours, inLondon)).toEqual(['the time zone']);
});

test('rules in another order differ, though no day does', () => {
  expect(changedParts(defaultHours, defaultHours.toReversed())).toEqual(['the hours']);
});

test('a manager whose hours the API left out gives no hours to write', () => {
  const manager = { id: 1, user_id: 2, enabled: true };
  expect(hoursOf({ ...manager, business_times: [] })).toEqual([]);
  expect(() => hoursOf(manager)).toThrow('would reset them');
});
