import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCountry, countries, countryOf, formatAsTyped, formatPhone, isPossible, parsePhone } from './phone.ts';

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
    '48 601 234 567',
    '(+48) 601 234 567',
    '(00)48 601 234 567',
    'tel:+48601234567',
    'TEL:601%20234%20567',
    'tel:+48-601-234-567',
    '\u202a+48\u00a0601\u00a0234\u00a0567\u202c',
    '＋４８ ６０１ ２３４ ５６７',
    '601–234–567',
    '٦٠١ ٢٣٤ ٥٦٧',
    '+۴۸ ۶۰۱۲۳۴۵۶۷',
    '६०१ २३४ ५६७',
  ])('reads %s', (text) => {
    expect(parsePhone(text, 'PL')).toEqual({
      ok: true,
      e164: '+48601234567',
      international: '+48 601 234 567',
      country: 'PL',
      isValid: true,
      found: false,
    });
  });

  it.each([
    'Tel.: 601 234 567',
    'tel. 601 234 567',
    'Telefon komórkowy: +48 601 234 567',
    'Call Anna on 601 234 567 (evenings).',
    '📞 601 234 567',
    'tel:601-234-567;phone-context=+48',
  ])('finds the number in %s, and says that it was found', (text) => {
    expect(parsePhone(text, 'PL')).toMatchObject({ ok: true, e164: '+48601234567', found: true });
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
    ['room 12 345', 'GB', 'This number is too short for United Kingdom. Check that no digit is missing.'],
    ['order 000 000 0000', 'US', 'No phone number was found in this text. Enter the number alone.'],
    ['call me', 'PL', 'This is not a phone number. Enter one such as +48 601 234 567.'],
    ['anna@example.com', 'PL', 'This is not a phone number. Enter one such as +48 601 234 567.'],
  ] as const)('says what is wrong with “%s”', (text, country, problem) => {
    expect(parsePhone(text, country)).toEqual({ ok: false, problem, choices: [] });
  });

  it.each([
    ['601 234 567 ext. 12', 'PL', /extension/, ['+48 601 234 567']],
    ['601 234 567 wew. 12', 'PL', /extension/, ['+48 601 234 567']],
    ['tel:+48601234567;ext=12', 'PL', /extension/, ['+48 601 234 567']],
    ['tel:601234567;phone-context=example.com', 'PL', /“;phone-context=example.com”/, ['+48 601 234 567']],
    ['030 1234567 26.11.2026', 'DE', /date or a time, “26.11.2026”/, ['+49 30 1234567']],
    ['14:30 030 1234567', 'DE', /date or a time, “14:30”/, ['+49 30 1234567']],
    ['601 234 567, 602 345 678', 'PL', /“601 234 567” and “602 345 678”/, ['+48 601 234 567', '+48 602 345 678']],
    ['030 1234567 / 7654321', 'DE', /More digits follow/, ['+49 30 1234567']],
    ['030 1234567 (12)', 'DE', /More digits follow/, ['+49 30 1234567']],
    ['6O1 234 567', 'PL', /Letters/, []],
    ['1-800-FLOWERS', 'US', /Letters/, []],
    [
      '0048 601 234 567',
      'US',
      /00 does not lead abroad from United States.*: \+48 601 234 567\.$/,
      ['+48 601 234 567'],
    ],
    ['0048 601 234 567', undefined, /choose the country/, ['+48 601 234 567']],
    ['+48 (0) 601 234 567', 'PL', /no \(0\)/, ['+48 601 234 567']],
    ['+36 (0) 62 123 456', 'PL', /no \(0\)/, ['+36 62 123 456']],
    ['+39 (0)347 123 4567', 'PL', /no \(0\)/, ['+39 347 123 4567']],
    ['43503918', 'AT', /more than one way/, ['+43 4350 3918', '+43 50 3918']],
  ] as const)('asks about “%s” in %s and offers what may be meant', (text, country, problem, choices) => {
    expect(parsePhone(text, country)).toEqual({ ok: false, problem: expect.stringMatching(problem), choices });
  });

  it.each([
    ['011 48 601 234 567', 'US', '+48601234567'],
    ['0011 48 601 234 567', 'AU', '+48601234567'],
    ['010 48 601 234 567', 'JP', '+48601234567'],
    ['8 10 44 20 7946 0000', 'RU', '+442079460000'],
    ['8 (495) 123-45-67', 'RU', '+74951234567'],
    ['+39 (0)6 1234 5678', 'PL', '+390612345678'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['0044 (0)20 7946 0000', 'DE', '+442079460000'],
    ['01.02.03.04.05', 'FR', '+33102030405'],
    ['030 / 1234567', 'DE', '+49301234567'],
  ] as const)('reads “%s” in %s as it is dialled there', (text, country, e164) => {
    expect(parsePhone(text, country)).toMatchObject({ ok: true, e164, isValid: true });
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

  it('takes nothing off that says more than digits', () => {
    expect(formatAsTyped('0048 601234567', 'PL')).toBe('00 48 601 234 567');
    expect(formatAsTyped('0048601234567', 'US')).toBe('0048601234567');
    for (const text of ['Tel.: 600 111 222', '+44 (0)207', '030 1234567 /', '030 1234567  7', '601 ', '٦٠١٢'])
      expect(formatAsTyped(text, 'DE')).toBe(text);
  });

  it('takes no space away that a person typed', () => {
    expect(formatAsTyped('600 100 200', 'GB')).toBe('600 100 200');
    expect(formatAsTyped('60 12 34 5', 'PL')).toBe('60 12 34 5');
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
  ['+48', 'PL'],
  ['(+48) 601', 'PL'],
  ['Tel. +48 601 234 567', 'PL'],
  ['+1 212 555 0142', 'US'],
  ['+44 7700 900115', 'GB'],
  ['+1', undefined],
  ['0048 601 234', undefined],
  ['601 234', undefined],
  ['', undefined],
])('tells the country of %s', (text, country) => {
  expect(countryOf(text)).toBe(country);
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
