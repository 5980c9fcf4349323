import { expect, it } from 'vitest';
import { type BusinessTime, defaultHours } from './rule.ts';
import { offRule, rule } from './rules.testing.ts';
import { whyClosed } from './why-closed.ts';

const tuesday = (time: string) => Date.parse(`2026-11-24T${time}:00+01:00`);

it.each<[string | null, readonly BusinessTime[], string]>([
  [null, defaultHours, '12:00'],
  ['It is 07:42 on Tuesday in Warsaw; hours start at 09:00.', defaultHours, '07:42'],
  ['It is 17:00 on Tuesday in Warsaw; hours ended at 17:00.', defaultHours, '17:00'],
  [
    'It is 12:30 on Tuesday in Warsaw; hours start at 13:00.',
    [rule(2, '09:00', '12:00'), rule(2, '13:00', '17:00')],
    '12:30',
  ],
  ['It is 12:30 on Tuesday in Warsaw, a day without hours.', [rule(1, '09:00', '17:00')], '12:30'],
  [
    'It is 06:30 on Tuesday in New York, a day without hours.',
    [rule(3, '09:00', '17:00', 'America/New_York')],
    '12:30',
  ],
  ['No day is switched on.', [], '12:30'],
  ['No day is switched on.', [offRule(2)], '12:30'],
  ['No range can be read: each needs a start and a later end.', [rule(2, '17:00', '09:00')], '12:30'],
  ['The time zone Mars/Olympus is not known. Choose another.', [rule(2, '09:00', '17:00', 'Mars/Olympus')], '12:30'],
  [
    'None of the ranges, which are in several time zones, is running.',
    [rule(1, '09:00', '17:00'), rule(1, '09:00', '17:00', 'UTC')],
    '12:30',
  ],
])('says %s', (why, rules, time) => {
  expect(whyClosed(rules, tuesday(time))).toBe(why);
});
