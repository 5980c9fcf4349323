import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './days.ts';
import { dayFormatOf, readDay } from './typed-day.ts';

const british = dayFormatOf('en-GB');

test.each([
  ['en-GB', 'dd/mm/yyyy', '26/11/2026'],
  ['en-US', 'mm/dd/yyyy', '11/26/2026'],
  ['de', 'dd.mm.yyyy', '26.11.2026'],
  ['pl', 'dd.mm.yyyy', '26.11.2026'],
  ['bg', 'dd.mm.yyyy', '26.11.2026'],
  ['sv', 'yyyy-mm-dd', '2026-11-26'],
  // Neither another calendar nor other digits, since the address has none.
  ['th', 'dd/mm/yyyy', '26/11/2026'],
  ['ar-EG', 'dd/mm/yyyy', '26/11/2026'],
  ['fa', 'yyyy/mm/dd', '2026/11/26'],
])('%s asks for %s and shows %s', (locale, hint, shown) => {
  const format = dayFormatOf(locale);
  expect(format.hint).toBe(hint);
  expect(format.format('2026-11-26')).toBe(shown);
});

test.each([
  ['03/04/2026', '2026-04-03'],
  ['3/4/2026', '2026-04-03'],
  ['3.4.2026', '2026-04-03'],
  ['3 - 4 - 2026', '2026-04-03'],
  ['03042026', '2026-04-03'],
  [' 2026-04-03 ', '2026-04-03'],
  ['2026/4/03', '2026-04-03'],
  ['０３/０４/２０２６', '2026-04-03'],
  ['29.2.2028', '2028-02-29'],
])('“%s” is a whole day', (text, day) => {
  expect(readDay(text, british)).toEqual({ day, whole: true });
});

test('the order is the locale’s', () => {
  expect(readDay('03/04/2026', dayFormatOf('en-US'))).toMatchObject({ day: '2026-03-04' });
  expect(readDay('03042026', dayFormatOf('en-US'))).toMatchObject({ day: '2026-03-04' });
  expect(readDay('20260403', dayFormatOf('sv'))).toMatchObject({ day: '2026-04-03' });
});

test.each([
  ['3/4/26', '2026-04-03'],
  ['2026-04-3', '2026-04-03'],
])('“%s” may go on, and is a day where it is left so', (text, day) => {
  expect(readDay(text, british)).toEqual({ day, whole: false });
});

test('nothing is no day, and is all there is', () => {
  expect(readDay('  ', british)).toEqual({ day: '', whole: true });
});

describe('what is no day says what is wrong', () => {
  test.each([
    ['30/02/2026', 'There is no such day.'],
    ['13/13/2026', 'There is no such day.'],
    ['00/11/2026', 'There is no such day.'],
    ['26/11/1926', 'Type a year from 2000 to 2100.'],
    ['26/11/2206', 'Type a year from 2000 to 2100.'],
    ['0002-11-26', 'Type a year from 2000 to 2100.'],
    ['26', 'Type the day as dd/mm/yyyy.'],
    ['26/11', 'Type the day as dd/mm/yyyy.'],
    ['26/11/202', 'Type the day as dd/mm/yyyy.'],
    ['26/11/20261', 'Type the day as dd/mm/yyyy.'],
    ['261126', 'Type the day as dd/mm/yyyy.'],
    ['26/11/2026/1', 'Type the day as dd/mm/yyyy.'],
    ['yesterday', 'Type the day as dd/mm/yyyy.'],
    ['-26/11/2026', 'Type the day as dd/mm/yyyy.'],
  ])('“%s”', (text, problem) => {
    expect(readDay(text, british)).toBe(problem);
  });

  test('also where nobody knows which number is the month', () => {
    expect(readDay('03/04/2026', dayFormatOf('sv'))).toBe('Type the day as yyyy-mm-dd.');
  });
});

const locales = [
  'en-GB',
  'en-US',
  'pl',
  'de',
  'fr',
  'sv',
  'hu',
  'lt',
  'ja',
  'ko',
  'zh',
  'ar-EG',
  'fa',
  'th',
  'bg',
  'he',
];
const days = fc.integer({ min: 0, max: 36_888 }).map((count) => addDays('2000-01-01', count));

test('in any locale what is shown is read as the same day, and none before its last key is whole', () => {
  const formats = locales.map((locale) => dayFormatOf(locale));
  fc.assert(
    fc.property(days, fc.constantFrom(...formats), fc.boolean(), (day, format, isBare) => {
      const shown = isBare ? format.format(day).replace(/\D/g, '') : format.format(day);
      expect(readDay(shown, format)).toEqual({ day, whole: true });
      for (let length = 1; length < shown.length; length += 1) {
        const read = readDay(shown.slice(0, length), format);
        expect(typeof read === 'string' || !read.whole, shown.slice(0, length)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
