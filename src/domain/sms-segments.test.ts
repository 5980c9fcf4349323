import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPlainCharacters, smsFigures } from './sms-segments.ts';

describe('smsFigures', () => {
  it.each([
    ['', 0, 0, 'GSM-7'],
    ['Dzien dobry', 11, 1, 'GSM-7'],
    ['a'.repeat(160), 160, 1, 'GSM-7'],
    ['a'.repeat(161), 161, 2, 'GSM-7'],
    [`${'a'.repeat(158)}€`, 159, 1, 'GSM-7'],
    [`${'a'.repeat(159)}€`, 160, 2, 'GSM-7'],
    ['ż'.repeat(70), 70, 1, 'UCS-2'],
    ['ż'.repeat(71), 71, 2, 'UCS-2'],
    ['Line\nLine\r\nà è ñ Ø ß', 20, 1, 'GSM-7'],
    ['👍', 1, 1, 'UCS-2'],
  ] as const)('counts “%s”', (text, characters, segments, encoding) => {
    expect(smsFigures(text)).toMatchObject({ characters, segments, encoding });
  });

  it('names what forces UCS-2, where it stands and what could stand there', () => {
    expect(smsFigures('👍 “Łódź” – 1\u00a0zł… от нас').forcing).toEqual([
      { text: '👍', position: 0, replacement: null },
      { text: '“', position: 3, replacement: '"' },
      { text: 'Ł', position: 4, replacement: 'L' },
      { text: 'ó', position: 5, replacement: 'o' },
      { text: 'ź', position: 7, replacement: 'z' },
      { text: '”', position: 8, replacement: '"' },
      { text: '–', position: 10, replacement: '-' },
      { text: '\u00a0', position: 13, replacement: ' ' },
      { text: 'ł', position: 15, replacement: 'l' },
      { text: '…', position: 16, replacement: '...' },
      { text: 'о', position: 18, replacement: null },
      { text: 'т', position: 19, replacement: null },
      { text: 'н', position: 21, replacement: null },
      { text: 'а', position: 22, replacement: null },
      { text: 'с', position: 23, replacement: null },
    ]);
  });

  it('finds each at its position', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const found of smsFigures(text).forcing) {
          expect(text.slice(found.position, found.position + found.text.length)).toBe(found.text);
        }
      }),
    );
  });
});

describe('inPlainCharacters', () => {
  it.each([
    ['„Zażółć gęślą jaźń” — it’s 20 €…', '"Zazolc gesla jazn" - it\'s 20 €...'],
    ['a\u0308 e\u0301', 'ä é'],
    ['½ ﬁ № Œuvre Straße ça va × 2', '1/2 fi No OEuvre Straße ca va * 2'],
    ['zero\u200bwidth\u00adhyphen', 'zerowidthhyphen'],
    ['Привет 👍', 'Привет 👍'],
  ])('writes %s as %s', (text, plain) => {
    expect(inPlainCharacters(text)).toBe(plain);
  });

  it('leaves only what has no replacement, and nothing to do a second time', () => {
    const unit = fc.oneof(fc.constantFrom(...'aż“”–…\u00a0ł€ö½👍ж'), fc.string({ unit: 'grapheme', maxLength: 1 }));
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (text) => {
          const plain = inPlainCharacters(text);
          expect(inPlainCharacters(plain)).toBe(plain);
          expect(smsFigures(plain).forcing.filter((found) => found.replacement !== null)).toEqual([]);
        },
      ),
    );
  });
});
