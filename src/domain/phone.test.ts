import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asCountry,
  countries,
  countryOf,
  formatAsTyped,
  formatPhone,
  isPossible,
  parsePhone,
  withoutCallingCode,
} from './phone.ts';

describe('parsePhone', () => {
  it.each([
    '601234567',
    '601 234 567',
    ' 601-234-567 ',
    '(601) 234.567',
    '+48601234567',
    '+48 (601) 234 567',
    '0048 601 234 567',
    '(0048) 601234567',
    '(+48) 601 234 567',
    '(00)48 601 234 567',
    '+48 (0) 601 234 567',
    'tel:+48601234567',
    'TEL: 601 234 567',
    'Tel.: 601 234 567',
    'tel. 601 234 567',
    'Telefon komórkowy: +48 601 234 567',
    '\u202a+48\u00a0601\u00a0234\u00a0567\u202c',
    '＋４８ ６０１ ２３４ ５６７',
    '601–234–567',
  ])('reads %s', (text) => {
    expect(parsePhone(text, 'PL')).toEqual({
      ok: true,
      e164: '+48601234567',
      international: '+48 601 234 567',
      country: 'PL',
      isValid: true,
    });
  });

  it('takes a number of the right length that nobody can have, and says so', () => {
    expect(parsePhone('000 000 0000', 'US')).toMatchObject({ ok: true, e164: '+10000000000', isValid: false });
  });

  it('takes the trunk zero of a national number away', () => {
    expect(parsePhone('020 7946 0000', 'GB')).toMatchObject({ e164: '+442079460000' });
    expect(parsePhone('+44 (0)20 7946 0000', 'PL')).toMatchObject({ e164: '+442079460000' });
  });

  it.each([
    ['', 'PL', 'Enter a phone number.'],
    ['601234567', undefined, 'Start the number with its country code, such as +48.'],
    ['+999 123 456 789', 'PL', 'Start the number with its country code, such as +48.'],
    ['60123', 'PL', 'This number is too short for Poland. Check that no digit is missing.'],
    ['601 234 567 8901 23', 'PL', 'This number is too long for Poland. Check for extra digits.'],
    ['+48 601 2', 'GB', 'This number is too short for Poland. Check that no digit is missing.'],
    ['call me', 'PL', 'This is not a phone number. Enter one such as +48 601 234 567.'],
    ['anna@example.com', 'PL', 'This is not a phone number. Enter one such as +48 601 234 567.'],
    ['601 234 567 ext. 12', 'PL', 'An extension cannot be dialled. Enter the number without it.'],
  ] as const)('says what is wrong with “%s”', (text, country, problem) => {
    expect(parsePhone(text, country)).toEqual({ ok: false, problem });
  });

  it('gives what the API takes, of any text, or a sentence', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789+() -'), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), fc.constantFrom('PL', 'US', undefined), (text, country) => {
        const phone = parsePhone(text, country);
        if (phone.ok) {
          expect(isPossible(phone.e164)).toBe(true);
          expect(parsePhone(phone.international)).toMatchObject({ e164: phone.e164 });
        } else {
          expect(phone.problem).toMatch(/^[A-Z].*\.$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatAsTyped', () => {
  it('groups digits as their country does', () => {
    expect(formatAsTyped('601234', 'PL')).toBe('601 234');
    expect(formatAsTyped('+4860123', 'GB')).toBe('+48 601 23');
    expect(formatAsTyped('', 'PL')).toBe('');
  });

  it('takes what is pasted', () => {
    expect(formatAsTyped('0048 601234567', 'PL')).toBe('+48 601 234 567');
    expect(formatAsTyped('Tel.: 600 111 222', 'PL')).toBe('600 111 222');
  });

  it.each([
    '601 234 567 ext. 12',
    '+48 601 234 567;ext=12',
    'ask for Anna',
    '601 234 567, 602',
    'Tel.: ',
    '48+601',
    '#21',
  ])('leaves %s as it is, to be told what is wrong with it', (text) => {
    expect(formatAsTyped(text, 'PL')).toBe(text);
    expect(parsePhone(text, 'PL').ok).toBe(false);
  });

  it('loses no digit and no letter', () => {
    const typed = fc
      .array(fc.constantFrom(...'0123456789 -/.x'), { maxLength: 24 })
      .map((parts) => `6${parts.join('')}`);
    const said = (text: string) => text.replace(/[^\dx]/g, '');
    fc.assert(
      fc.property(typed, fc.constantFrom('PL', 'US', undefined), (text, country) => {
        expect(said(formatAsTyped(text, country))).toBe(said(text));
      }),
      { numRuns: 1000 },
    );
  });
});

it('formats E.164 for reading and leaves other texts alone', () => {
  expect(formatPhone('+48601234567')).toBe('+48 601 234 567');
  expect(formatPhone('anonymous')).toBe('anonymous');
  expect(formatPhone('')).toBe('');
});

it('knows what the API takes', () => {
  expect(['+48601234567', '+442079460000'].filter(isPossible)).toHaveLength(2);
  expect(['601234567', '+48 601 234 567', '+48601', '+0123456789', ''].filter(isPossible)).toEqual([]);
});

it.each([
  ['+48', 'PL', ''],
  ['0048 601 234', 'PL', '601234'],
  ['+1 212 555 0142', 'US', '2125550142'],
  ['+44 7700 900115', 'GB', '7700900115'],
  ['+1', undefined, ''],
  ['601 234', undefined, '601 234'],
  ['+48 601 234 567 ext. 12', 'PL', '+48 601 234 567 ext. 12'],
  ['', undefined, ''],
])('tells the country of %s and the rest of the number', (text, country, rest) => {
  expect(countryOf(text)).toBe(country);
  expect(withoutCallingCode(text)).toBe(rest);
});

it('lists the countries by name, with what their numbers begin with', () => {
  const all = countries();
  expect(all).toContainEqual({ code: 'PL', name: 'Poland', callingCode: '48' });
  expect(all.length).toBeGreaterThan(200);
  expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en')));
});

it('takes no other text for a country', () => {
  expect(['PL', 'pl', '', 'ZZ', undefined].map(asCountry)).toEqual(['PL', undefined, undefined, undefined, undefined]);
});
