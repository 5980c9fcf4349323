import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from './text-diff.ts';

const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('');

test.each([
  ['', '', ''],
  ['Thank you', 'Thank you', 'Thank you'],
  ['', 'New', '{+New+}'],
  ['Old', '', '[-Old-]'],
  ['Call :name now.', 'Call :tel now.', 'Call [-:name-]{+:tel+} now.'],
  ['Zadzwoń jutro', 'Zadzwoń pojutrze', 'Zadzwoń [-jutro-]{+pojutrze+}'],
  ['one two three', 'one three', 'one [-two -]three'],
])('from “%s” to “%s”', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test('holds both texts, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b ', ' ', ':name', '\n', '👍', 'ż'), { maxLength: 12 })
    .map((p) => p.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const without = (dropped: string) =>
        diffWords(before, after)
          .filter(({ kind }) => kind !== dropped)
          .map((part) => part.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});
