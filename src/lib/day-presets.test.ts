import { expect, test } from 'vitest';
import { type DayPreset, dayPresets, daysOfPreset, firstWeekday, isDayPreset, presetOf } from './day-presets.ts';

const [monday, sunday] = [1, 7];

test.each<[DayPreset, string, number, string, string]>([
  ['today', '2026-11-26', monday, '2026-11-26', '2026-11-26'],
  ['yesterday', '2026-03-01', monday, '2026-02-28', '2026-02-28'],
  ['week', '2026-11-26', monday, '2026-11-23', '2026-11-29'],
  ['week', '2026-11-26', sunday, '2026-11-22', '2026-11-28'],
  ['week', '2026-11-22', monday, '2026-11-16', '2026-11-22'],
  ['week', '2026-11-22', sunday, '2026-11-22', '2026-11-28'],
  ['month', '2026-11-26', monday, '2026-10-01', '2026-10-31'],
  ['month', '2026-01-31', monday, '2025-12-01', '2025-12-31'],
  ['month', '2028-03-31', monday, '2028-02-01', '2028-02-29'],
  ['30d', '2026-11-26', monday, '2026-10-28', '2026-11-26'],
])('%s on %s, weeks from %i, is %s to %s', (preset, today, weekStart, from, to) => {
  expect(daysOfPreset(preset, today, weekStart)).toEqual({ from, to });
});

test('every preset is told from the others on every day, and days that are none from all', () => {
  for (const today of ['2026-11-23', '2026-11-26', '2026-03-01', '2026-03-31', '2026-01-01']) {
    for (const weekStart of [monday, 6, sunday]) {
      for (const preset of Object.keys(dayPresets).filter(isDayPreset)) {
        expect(presetOf(daysOfPreset(preset, today, weekStart), today, weekStart)).toBe(preset);
      }
      expect(presetOf({ from: '2020-01-01', to: today }, today, weekStart)).toBeUndefined();
      expect(presetOf({ from: today, to: '' }, today, weekStart)).toBeUndefined();
    }
  }
});

test('a week begins as it does where the reader is', () => {
  expect([firstWeekday('en-US'), firstWeekday('en-GB'), firstWeekday('pl')]).toEqual([7, 1, 1]);
});
