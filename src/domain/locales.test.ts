import { expect, it } from 'vitest';
import { localeName, locales } from './locales.ts';

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

it('shows a code it does not know as it is', () => {
  expect(localeName('nl')).toBe('nl');
});
