import { describe, expect, it } from 'vitest';
import { addRange, copyDay, editRange, removeRange, setTimeZone, switchDay } from './edit.ts';
import { type BusinessTime, defaultHours } from './rule.ts';
import { offRule, rule } from './rules.testing.ts';
import { isChanged, rulesOf } from './save.ts';
import { weekOf } from './week.ts';

const noted = (rule: BusinessTime, note: string) => ({ ...rule, note });

describe('rulesOf an edited week', () => {
  it('changes the rule of the range alone, and of it the time alone', () => {
    const rules = [noted(rule(1, '09:00:00', '17:00:30'), 'a'), noted(rule(2, '09:00:00', '17:00:00'), 'b')];
    const saved = rulesOf(editRange(weekOf(rules), 1, 0, { start: '8' }));
    expect(saved).toEqual([{ ...rules[0], start_time: '08:00' }, rules[1]]);
  });

  it('stores a night as two rules, the second beside the first day it reaches', () => {
    const saved = rulesOf(editRange(weekOf([rule(6, '22:00', '23:00')]), 6, 0, { end: '6' }));
    expect(saved).toEqual([rule(6, '22:00', '24:00'), rule(0, '00:00', '06:00')]);
  });

  it('drops the second rule of a night that now ends at midnight, or keeps its day as off', () => {
    const night = [rule(1, '22:00', '24:00'), rule(2, '00:00', '06:00')];
    const shorter = (rules: BusinessTime[]) => rulesOf(editRange(weekOf(rules), 1, 0, { end: '24' }));
    expect(shorter([...night, rule(2, '09:00', '17:00')])).toEqual([night[0], rule(2, '09:00', '17:00')]);
    expect(shorter(night)).toEqual([night[0], offRule(2)]);
  });

  it('sends a day that is switched off as one rule without times', () => {
    const rules = [
      noted(rule(1, '09:00', '12:00'), 'a'),
      noted(rule(1, '13:00', '17:00'), 'b'),
      rule(2, '09:00', '17:00'),
    ];
    expect(rulesOf(switchDay(weekOf(rules), 1, false))).toEqual([noted(offRule(1), 'a'), rules[2]]);
  });

  it('never sends an empty list where rules came: the API would set the default hours', () => {
    const emptied = removeRange(weekOf([rule(1, '09:00', '17:00')]), 1, 0);
    expect(rulesOf(emptied)).toEqual([offRule(1)]);
  });

  it('gives a new range the rule that its day has to spare', () => {
    const rules = [noted(offRule(6), 'kept'), rule(1, '09:00', '17:00')];
    expect(rulesOf(switchDay(weekOf(rules), 6, true))).toEqual([noted(rule(6, '09:00', '17:00'), 'kept'), rules[1]]);
  });

  it('adds rules that are new at the end', () => {
    const saved = rulesOf(addRange(weekOf([rule(1, '09:00', '12:00'), rule(2, '09:00', '17:00')]), 1));
    expect(saved.slice(2)).toEqual([rule(1, '13:00', '17:00')]);
  });

  it('copies a day into the rules of the others', () => {
    const rules = [rule(1, '08:00', '16:00'), noted(rule(2, '09:00', '17:00'), 'kept'), offRule(6)];
    expect(rulesOf(copyDay(weekOf(rules), 1, [2, 6]))).toEqual([
      rules[0],
      noted(rule(2, '08:00', '16:00'), 'kept'),
      rule(6, '08:00', '16:00'),
    ]);
  });

  it('changes nothing where the copy is what was there', () => {
    const rules = defaultHours.map((rule, index) => noted(rule, String(index)));
    const copied = copyDay(weekOf(rules), 1, [1, 2, 3, 4, 5]);
    expect(rulesOf(copied)).toEqual(rules);
    expect(isChanged(copied)).toBe(false);
  });

  it('moves every rule into the chosen zone and leaves their times', () => {
    const rules = [rule(1, '09:00:00', '17:00:00'), rule(2, '09:00:00', '17:00:00', 'UTC'), offRule(6)];
    const unified = setTimeZone(weekOf(rules), 'Asia/Kolkata');
    expect(rulesOf(unified)).toEqual(rules.map((rule) => ({ ...rule, timezone: 'Asia/Kolkata' })));
    expect(isChanged(unified)).toBe(true);
  });

  it('keeps an empty zone where Warsaw, which it means, stays chosen', () => {
    const rules = [rule(1, '09:00', '17:00', '')];
    expect(rulesOf(setTimeZone(weekOf(rules), 'Europe/Warsaw'))).toEqual(rules);
  });
});

describe('isChanged', () => {
  const week = weekOf(defaultHours);

  it('tells a typed time that means the same from one that does not', () => {
    expect(isChanged(editRange(week, 1, 0, { start: '9' }))).toBe(false);
    expect(isChanged(editRange(week, 1, 0, { start: '9:15' }))).toBe(true);
  });

  it('counts a time that cannot be read yet', () => {
    expect(isChanged(editRange(week, 1, 0, { start: '9:' }))).toBe(false);
    expect(isChanged(editRange(week, 1, 0, { start: '9:1' }))).toBe(true);
  });
});
