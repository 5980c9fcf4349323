import { expect, it } from 'vitest';
import { StoredWeek } from './draft.ts';
import { addRange } from './edit.ts';
import { defaultHours } from './rule.ts';
import { offRule } from './rules.testing.ts';
import { weekOf } from './week.ts';

it('reads back what was stored, unknown keys of rules included', () => {
  const week = addRange(weekOf([...defaultHours, { ...offRule(6), ...{ note: 'kept' } }]), 6);
  expect(StoredWeek.parse(JSON.parse(JSON.stringify(week)))).toEqual(week);
});

it('takes nothing else for a week', () => {
  const week = weekOf(defaultHours);
  const others = [undefined, null, {}, [], { ...week, days: week.days.slice(1) }];
  expect(others.filter((other) => StoredWeek.safeParse(other).success)).toEqual([]);
});
