import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CsvValue, csvOf, csvSeparatorOf } from './csv.ts';

const file = (rows: CsvValue[][], more = {}) => csvOf(['A', 'B'], rows, { separator: ',', ...more });
/** The one cell of a file, as it is written. */
const written = (value: CsvValue, separator: ',' | ';' = ',') => csvOf(['A'], [[value]], { separator }).slice(4);

test('a file is marked as UTF-8, has a line for each row, and says in its last one what it leaves out', () => {
  const rows = [
    ['Plain', 'with “quotes" and, comma'],
    [7, true],
  ];
  expect(file(rows)).toBe('\uFEFFA,B\r\nPlain,"with “quotes"" and, comma"\r\n7,true');
  expect(file(rows, { separator: ';' })).toBe('\uFEFFA;B\r\nPlain;"with “quotes"" and, comma"\r\n7;true');
  expect(file([], { note: 'Cut after 2 rows: there are older ones.' })).toMatch(/\r\nCut after 2 rows: .*$/);
});

test('numbers are numbers, with the decimal sign that goes with the separator', () => {
  expect([written(-5), written(1.5), written(1.5, ';'), written('1.5', ';')]).toEqual(['-5', '1.5', '1,5', '1.5']);
});

test.each([
  ['en-US', ','],
  ['en-GB', ','],
  ['ja', ','],
  ['pl', ';'],
  ['de', ';'],
  ['pt-BR', ';'],
] as const)('%s has %s between two cells', (locale, separator) => {
  expect(csvSeparatorOf(locale)).toBe(separator);
});

/** What was seen to hide a sign from guards, and not from spreadsheets. */
const hides = ['', ' ', '\t', '\r', '\n', '\r\n', '\u00A0', '\u200B', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u3000'];
const more = ['\u202E', '\u0000', '\u0085', '\u2028', '\u3164', '\u180E', '\uFE0F'];
const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

test.each([...hides, ...more].map((lead) => [JSON.stringify(lead), lead] as const))(
  'no sign is taken for a formula after %s, at the start or on a later line',
  (_, lead) => {
    for (const sign of signs) {
      expect(written(`${lead}${sign}cmd`)).toMatch(/^"?'/);
      for (const broken of ['\n', '\r\n', '\r', '\n\n']) {
        const cell = written(`Notes${broken}${lead}${sign}cmd`);
        expect(cell.replace(/[\s\p{Z}\p{C}\p{DI}]/gu, ''), broken).toMatch(new RegExp(`^"?Notes'+[${sign}]`));
      }
    }
  },
);

test('text that begins with none stays as it is', () => {
  for (const text of ['', 'a=1', '1-2', 'Anna @ work', '2026-11-26', 'Zoë', '…', '한국'])
    expect(written(text)).toBe(text);
  expect(written('+48 600 700 800')).toBe("'+48 600 700 800");
});

test('no cell begins with a sign that is seen, and the text can be had back', () => {
  const unseen = /[\s\p{Z}\p{C}\p{DI}\u2800]/u;
  const part = fc.constantFrom(...hides, ...more, ...signs, 'a', '"', ',', ';', "'", '1');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom(',', ';'), (parts, separator) => {
      const text = parts.join('');
      const raw = written(text, separator);
      const read = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
      const seen = [...read].find((character) => !unseen.test(character));
      expect(signs).not.toContain(seen);
      for (const line of read.split(/[\n\r\u2028\u2029]/)) {
        expect(signs).not.toContain([...line].find((character) => !unseen.test(character)));
      }
      expect(read.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
    }),
    { numRuns: 1000 },
  );
});
