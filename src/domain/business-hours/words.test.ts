import { expect, it } from 'vitest';
import { type BusinessTime, defaultHours } from './rule.ts';
import { offRule, rule } from './rules.testing.ts';
import { hoursAndZoneInWords, hoursInWords } from './words.ts';

const every = (start: string, end: string) => [0, 1, 2, 3, 4, 5, 6].map((day) => rule(day, start, end));

it.each<[string, readonly BusinessTime[]]>([
  ['Mon–Fri 09:00–17:00', defaultHours],
  ['Mon–Fri 09:00–17:00; Sat 10:00–14:00', [...defaultHours, rule(6, '10:00', '14:00'), offRule(0)]],
  ['Mon, Wed, Fri 09:00–12:00', [1, 3, 5].map((day) => rule(day, '09:00:00', '12:00:00'))],
  ['Sat, Sun 10:00–12:00, 13:00–15:00', [6, 0].flatMap((d) => [rule(d, '13:00', '15:00'), rule(d, '10:00', '12:00')])],
  ['Fri 22:00–06:00', [rule(5, '22:00', '24:00'), rule(6, '00:00', '06:00')]],
  ['Every day all day', every('00:00', '24:00')],
  ['Every day 09:00–21:00', every('09:00', '21:00')],
  [
    'Mon 09:00–17:00 (Europe/Warsaw); Tue 09:00–17:00 (UTC)',
    [rule(1, '09:00', '17:00'), rule(2, '09:00', '17:00', 'UTC')],
  ],
  ['No hours', []],
  ['No hours', [offRule(1)]],
  ['Tue 09:00–17:00', [rule(1, '17:00', '09:00'), rule(2, '09:00', '17:00'), rule(3, '9:5', '17:00')]],
])('says %s', (words, rules) => {
  expect(hoursInWords(rules)).toBe(words);
});

it.each<[string, readonly BusinessTime[]]>([
  ['Mon–Fri 09:00–17:00, Warsaw time', defaultHours],
  [
    'Mon 09:00–17:00 (Europe/Warsaw); Tue 09:00–17:00 (UTC)',
    [rule(1, '09:00', '17:00'), rule(2, '09:00', '17:00', 'UTC')],
  ],
  ['No hours', []],
])('says %s with the zone that all share', (words, rules) => {
  expect(hoursAndZoneInWords(rules)).toBe(words);
});
