import { getCountries } from 'libphonenumber-js';
import { expect, it } from 'vitest';
import { defaultCountry, localeName, locales } from './locales.ts';

it('knows the codes of the API, once each, by name', () => {
  const codes = locales.map((locale) => locale.code);
  expect(codes.toSorted().join(' ')).toBe('cn cz de ee en es fr hu it lt pl pt ru se tr');
  const names = locales.map((locale) => locale.name);
  expect(names).toEqual(names.toSorted());
});

it('names a language, not a country', () => {
  expect(localeName('se')).toBe('Swedish');
  expect(localeName('ee')).toBe('Estonian');
});

it('shows a code it does not know as it is and guesses no country for it', () => {
  expect(localeName('nl')).toBe('nl');
  expect(defaultCountry('nl')).toBeUndefined();
});

it('gives countries that the phone library knows', () => {
  const known: string[] = getCountries();
  for (const { code } of locales) expect(known).toContain(defaultCountry(code));
});
