import { expect, test } from 'vitest';
import { guessCountry } from './country-guess.ts';

const tels = (...numbers: string[]) => ({ from: 'numbers', tels: numbers });

test('takes the country that most numbers are of', () => {
  expect(guessCountry([tels('+48600000105', '+442079460018', '+48220001001')])).toEqual({
    country: 'PL',
    from: 'numbers',
  });
  expect(guessCountry([tels('+12125550142')])?.country).toBe('US');
});

test('guesses nothing where nothing speaks for one country more than for another', () => {
  expect(guessCountry([])).toBeUndefined();
  expect(guessCountry([tels('+48600000105', '+442079460018')])).toBeUndefined();
  expect(guessCountry([tels('anonymous', '', '600000105')])).toBeUndefined();
});

test.each([
  ['Europe/Warsaw', 'PL'],
  ['Asia/Kolkata', 'IN'],
  ['Asia/Calcutta', 'IN'],
  ['America/New_York', 'US'],
  ['UTC', undefined],
  ['Nowhere/At_All', undefined],
])('knows whose zone %s is', (timeZone, country) => {
  expect(guessCountry([{ from: 'zone', timeZones: [timeZone, timeZone] }])?.country).toBe(country);
});

test('goes by the first evidence that tells', () => {
  const zone = { from: 'zone', timeZones: ['Europe/Warsaw'] };
  expect(guessCountry([tels('+442079460018'), zone])).toEqual({ country: 'GB', from: 'numbers' });
  expect(guessCountry([tels('+442079460018', '+48600000105'), zone])).toEqual({ country: 'PL', from: 'zone' });
});
