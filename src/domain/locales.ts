/**
 * The API's locale codes with the language each stands for, by name. The codes are the vendor's own mix: `cn`, `cz`,
 * `ee` and `se` are countries. `country` is where a number typed without a country code is taken to be from.
 */
export const locales = [
  { code: 'cn', name: 'Chinese', country: 'CN' },
  { code: 'cz', name: 'Czech', country: 'CZ' },
  { code: 'en', name: 'English', country: 'GB' },
  { code: 'ee', name: 'Estonian', country: 'EE' },
  { code: 'fr', name: 'French', country: 'FR' },
  { code: 'de', name: 'German', country: 'DE' },
  { code: 'hu', name: 'Hungarian', country: 'HU' },
  { code: 'it', name: 'Italian', country: 'IT' },
  { code: 'lt', name: 'Lithuanian', country: 'LT' },
  { code: 'pl', name: 'Polish', country: 'PL' },
  { code: 'pt', name: 'Portuguese', country: 'PT' },
  { code: 'ru', name: 'Russian', country: 'RU' },
  { code: 'es', name: 'Spanish', country: 'ES' },
  { code: 'se', name: 'Swedish', country: 'SE' },
  { code: 'tr', name: 'Turkish', country: 'TR' },
] as const;

export type LocaleCode = (typeof locales)[number]['code'];
type Country = (typeof locales)[number]['country'];

/** The language's plain name; a code that is not known stands for itself. */
export function localeName(code: string): string {
  return find(code)?.name ?? code;
}

/**
 * ISO 3166 country for numbers typed without a country code on a widget of this locale. Undefined for an unknown
 * code: a guess would dial another country.
 */
export function defaultCountry(code: string): Country | undefined {
  return find(code)?.country;
}

function find(code: string) {
  return locales.find((locale) => locale.code === code);
}
