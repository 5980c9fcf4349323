import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clock, clockChanges, day, minute } from './clock-changes.testing.ts';
import { isOpenAt, nextOpening } from './open.ts';
import { defaultHours } from './rule.ts';
import { rule } from './rules.testing.ts';

const at = (text: string) => Date.parse(text);

const said = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

describe('isOpenAt', () => {
  it('is open from the start to just before the end, by the clock of the zone', () => {
    expect(isOpenAt(defaultHours, at('2026-11-24T07:59:59.999Z'))).toBe(false);
    expect(isOpenAt(defaultHours, at('2026-11-24T08:00:00Z'))).toBe(true);
    expect(isOpenAt(defaultHours, at('2026-11-24T15:59:59.999Z'))).toBe(true);
    expect(isOpenAt(defaultHours, at('2026-11-24T16:00:00Z'))).toBe(false);
  });

  it('reads 24:00 and seconds, and an empty zone as Warsaw', () => {
    expect(isOpenAt([rule(2, '22:00', '24:00', 'UTC')], at('2026-11-24T23:59:59Z'))).toBe(true);
    expect(isOpenAt([rule(2, '22:00:00', '23:59:59', 'UTC')], at('2026-11-24T23:59:59Z'))).toBe(true);
    expect(isOpenAt([rule(2, '09:00:00', '10:00:00', '')], at('2026-11-24T08:30:00Z'))).toBe(true);
  });

  it('is closed on a rule that is off or cannot be read', () => {
    const now = at('2026-11-24T12:00:00Z');
    expect(isOpenAt([{ ...rule(2, '00:00', '24:00'), enabled: false }], now)).toBe(false);
    expect(isOpenAt([rule(2, '17:00', '09:00')], now)).toBe(false);
    expect(isOpenAt([rule(2, '00:00', '24:01')], now)).toBe(false);
    expect(isOpenAt([{ ...rule(2, '', ''), start_time: null, end_time: null }], now)).toBe(false);
    expect(isOpenAt([rule(2, '00:00', '24:00', 'Mars/Olympus')], now)).toBe(false);
  });
});

describe('nextOpening', () => {
  it('is now while open, else the next start', () => {
    expect(said(nextOpening(defaultHours, at('2026-11-24T12:34:56Z')))).toBe('2026-11-24T12:34:56.000Z');
    expect(said(nextOpening(defaultHours, at('2026-11-24T16:00:00Z')))).toBe('2026-11-25T08:00:00.000Z');
    expect(said(nextOpening(defaultHours, at('2026-11-27T16:00:00Z')))).toBe('2026-11-30T08:00:00.000Z');
  });

  it('is null without hours', () => {
    expect(nextOpening([], 0)).toBeNull();
    expect(nextOpening([rule(2, '17:00', '09:00'), rule(2, '09:00', '17:00', 'Mars/Olympus')], 0)).toBeNull();
  });

  it('opens after the gap where the clocks jump over the start', () => {
    const night = [rule(0, '02:30', '05:00')];
    expect(said(nextOpening(night, at('2026-03-28T12:00:00Z')))).toBe('2026-03-29T01:00:00.000Z');
  });

  it('waits a week where the clocks jump over the whole range', () => {
    const skipped = [rule(0, '02:00', '03:00')];
    expect(said(nextOpening(skipped, at('2026-03-22T12:00:00Z')))).toBe('2026-04-05T00:00:00.000Z');
  });

  it('opens twice where the clocks repeat the range', () => {
    const repeated = [rule(0, '02:00', '02:30')];
    expect(said(nextOpening(repeated, at('2026-10-24T12:00:00Z')))).toBe('2026-10-25T00:00:00.000Z');
    expect(said(nextOpening(repeated, at('2026-10-25T00:30:00Z')))).toBe('2026-10-25T01:00:00.000Z');
    expect(said(nextOpening(repeated, at('2026-10-25T01:30:00Z')))).toBe('2026-11-01T01:00:00.000Z');
  });

  it('opens once more where the clocks go back to before the start', () => {
    const repeated = [rule(0, '02:15', '02:45')];
    expect(said(nextOpening(repeated, at('2026-10-25T00:45:00Z')))).toBe('2026-10-25T01:15:00.000Z');
  });

  it('does not wait for a clock change weeks ahead', () => {
    const night = [rule(0, '02:00', '05:00')];
    expect(said(nextOpening(night, at('2026-03-15T12:00:00Z')))).toBe('2026-03-22T01:00:00.000Z');
  });

  it('takes the earliest of several zones', () => {
    const both = [rule(2, '09:00', '17:00', 'America/New_York'), rule(2, '09:00', '17:00', 'Asia/Kolkata')];
    expect(said(nextOpening(both, at('2026-11-23T20:00:00Z')))).toBe('2026-11-24T03:30:00.000Z');
  });
});

/** Around every clock change, three weeks of what the zone's clock shows. */
const windows = Object.entries(clockChanges).flatMap(([zone, dates]) =>
  dates.map((date) => ({ zone, date, from: at(`${date}T00:00:00Z`) - 3 * day })),
);
const clocks = new Map<string, Uint16Array>();

function clockOf({ zone, from }: { zone: string; from: number }): Uint16Array {
  const key = `${zone} ${from}`;
  const known = clocks.get(key) ?? clock(zone, from, 21 * 1440);
  clocks.set(key, known);
  return known;
}

const hhmm = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Mostly the small hours of a Sunday, where clocks change. */
const range = fc
  .record({
    day: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.constant(6), fc.integer({ min: 0, max: 6 })),
    start: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 240 }) },
      fc.integer({ min: 1370, max: 1439 }),
      fc.integer({ min: 0, max: 1439 }),
    ),
    length: fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 1440 })),
  })
  .map(({ day, start, length }) => ({ day, start, end: Math.min(start + length, 1440) }));

describe('nextOpening beside a scan of every minute', () => {
  it.each(windows)('agrees in $zone around $date', (window) => {
    const shown = clockOf(window);
    const instant = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 3 * 1440 - 12 * 60, max: 3 * 1440 + 9 * 60 }) },
      fc.integer({ min: 0, max: 6 * 1440 - 1 }),
    );
    const second = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(fc.array(range, { maxLength: 4 }), instant, second, (ranges, from, seconds) => {
        const rules = ranges.map((r) => rule(r.day, hhmm(r.start), hhmm(r.end), window.zone));
        const isOpen = (week: number) =>
          ranges.some((r) => r.day * 1440 + r.start <= week && week < r.day * 1440 + r.end);
        const found = shown.findIndex((week, index) => index >= from && isOpen(week));
        const start = window.from + from * minute + seconds * 1000;
        const expected = found < 0 ? null : Math.max(start, window.from + found * minute);
        expect(nextOpening(rules, start)).toBe(expected);
        expect(isOpenAt(rules, start)).toBe(expected === start);
      }),
      { numRuns: 250 },
    );
  });
});

describe('on odd input', () => {
  const oddTime = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.constantFrom('00:00', '24:00', '9:5', '99:99', '12:00:00'),
  );
  const oddRule = fc.record({
    day_of_week: fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double()),
    enabled: fc.boolean(),
    start_time: oddTime,
    end_time: oddTime,
    timezone: fc.oneof(fc.string(), fc.constantFrom('', 'UTC', '+02:00', 'europe/warsaw', 'Pacific/Apia')),
  });
  const oddInstant = fc.oneof(fc.double(), fc.maxSafeInteger(), fc.constantFrom(8.64e15, -8.64e15, 8.63e15, 0.5));

  it('never throws, and what it finds is open and not before', () => {
    fc.assert(
      fc.property(fc.array(oddRule, { maxLength: 6 }), oddInstant, (rules, instant) => {
        const opening = nextOpening(rules, instant);
        expect(opening ?? Infinity).toBeGreaterThanOrEqual(Number.isNaN(instant) ? 0 : instant);
        expect(isOpenAt(rules, opening ?? instant)).toBe(opening !== null);
      }),
      { numRuns: 1000 },
    );
  });
});
