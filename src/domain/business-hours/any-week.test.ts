import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRange,
  applyPreset,
  copyDay,
  editRange,
  presets,
  removeRange,
  setTimeZone,
  switchDay,
  tidyRange,
} from './edit.ts';
import { isOpenAt, nextOpening } from './open.ts';
import { problemsOf, unknownZonesOf } from './problems.ts';
import { type BusinessTime, rangeOf, zoneOf } from './rule.ts';
import { isChanged, rulesOf } from './save.ts';
import { type Week, weekOf } from './week.ts';
import { whyClosed } from './why-closed.ts';
import { hoursInWords } from './words.ts';

const time = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('00:00', '00:00:00', '06:00', '09:00:00', '17:00', '22:00:00', '24:00:00') },
  fc.constantFrom('23:59:59', '24:00', '09:00:30', '9:5', '25:00', ''),
  fc.constant(null),
);

/** Rules as an API might give them, readable or not, with keys that nobody knows. */
const wireRules = fc.array(
  fc.record({
    day_of_week: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constantFrom(-1, 7, 1.5)),
    enabled: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    start_time: time,
    end_time: time,
    timezone: fc.oneof(
      { weight: 9, arbitrary: fc.constant('Europe/Warsaw') },
      fc.constantFrom('', 'Asia/Kolkata', 'Mars/Olympus'),
    ),
    note: fc.nat(),
  }),
  { maxLength: 12 },
);

function overlap(one: BusinessTime, other: BusinessTime): boolean {
  const a = rangeOf(one);
  const b = rangeOf(other);
  if (a === null || b === null || a.day !== b.day || zoneOf(one) !== zoneOf(other)) return false;
  return a.start < b.end && b.start < a.end;
}

describe('a week that was not edited', () => {
  it('is saved as it came: order, seconds, unknown keys, zones, and what cannot be read', () => {
    fc.assert(
      fc.property(wireRules, (rules) => {
        const week = weekOf(rules);
        expect(rulesOf(week)).toEqual(rules);
        expect(rulesOf(JSON.parse(JSON.stringify(week)))).toEqual(rules);
        expect(isChanged(week)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is saved as it came after a day was switched off and on again', () => {
    fc.assert(
      fc.property(wireRules, fc.nat(6), (rules, day) => {
        const week = weekOf(rules);
        if (week.days[day]?.on !== true) return;
        const again = switchDay(switchDay(week, day, false), day, true);
        expect(rulesOf(again)).toEqual(rules);
        expect(isChanged(again)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a week edited in any way', () => {
  const day = fc.nat(6);
  const index = fc.nat(2);
  const text = fc.constantFrom('', '9', '12:30', '5pm', '22:00', '24:00', 'x');
  const edit = fc.oneof(
    fc.tuple(day, fc.boolean()).map(
      ([d, on]) =>
        (week: Week) =>
          switchDay(week, d, on),
    ),
    day.map((d) => (week: Week) => addRange(week, d)),
    fc.tuple(day, index).map(
      ([d, i]) =>
        (week: Week) =>
          removeRange(week, d, i),
    ),
    fc.tuple(day, index, text, text).map(
      ([d, i, start, end]) =>
        (week: Week) =>
          editRange(week, d, i, { start, end }),
    ),
    fc.tuple(day, fc.array(day)).map(
      ([from, to]) =>
        (week: Week) =>
          copyDay(week, from, to),
    ),
    fc.tuple(day, index).map(
      ([d, i]) =>
        (week: Week) =>
          tidyRange(week, d, i),
    ),
    fc.constantFrom('UTC', 'Asia/Kolkata').map((zone) => (week: Week) => setTimeZone(week, zone)),
    fc.constantFrom(...presets).map((preset) => (week: Week) => applyPreset(week, preset)),
  );

  const edited = fc
    .tuple(wireRules, fc.array(edit, { maxLength: 6 }))
    .map(([rules, edits]) => ({ rules, week: edits.reduce((week, change) => change(week), weekOf(rules)) }));

  it('is saved so that it reads back the same, and no day that came is lost', () => {
    fc.assert(
      fc.property(edited, ({ rules, week }) => {
        const saved = rulesOf(week);
        expect(rulesOf(weekOf(saved))).toEqual(saved);
        const days = new Set(saved.map((rule) => rule.day_of_week));
        for (const { day_of_week } of rules) expect(days).toContain(day_of_week);
      }),
      { numRuns: 1500 },
    );
  });

  it('is saved as the API takes it once it has no problems', () => {
    fc.assert(
      fc.property(edited, ({ week }) => {
        if (problemsOf(week).length > 0) return;
        const enabled = rulesOf(week).filter((rule) => rule.enabled && week.days[rule.day_of_week] !== undefined);
        for (const [index, rule] of enabled.entries()) {
          expect(rangeOf(rule)).not.toBeNull();
          for (const other of enabled.slice(index + 1)) expect(overlap(rule, other)).toBe(false);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('loses its problems by their fixes, each taken in turn', () => {
    fc.assert(
      fc.property(edited, ({ week }) => {
        let fixed = week;
        for (let left = 100; left > 0; left--) {
          const fix = problemsOf(fixed).find((problem) => problem.fix)?.fix;
          if (fix === undefined) break;
          fixed = fix.week;
        }
        expect(problemsOf(fixed).filter((problem) => problem.fix)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever came', () => {
  it('is told in words, open or closed, without a throw', () => {
    const instant = fc.oneof(fc.integer({ min: 1.7e12, max: 1.9e12 }), fc.constantFrom(Number.NaN, Infinity, 8.64e15));
    fc.assert(
      fc.property(wireRules, instant, (rules, at) => {
        expect(hoursInWords(rules)).not.toBe('');
        expect(whyClosed(rules, at) === null).toBe(isOpenAt(rules, at));
        expect(nextOpening(rules, at) ?? Infinity).toBeGreaterThanOrEqual(Number.isNaN(at) ? 0 : at);
        expect(unknownZonesOf(weekOf(rules)).every((zone) => zone === 'Mars/Olympus')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
