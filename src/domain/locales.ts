/**
 * The API's locale codes with the language each stands for, by name. The codes are the vendor's own mix: `cn`, `cz`,
 * `ee` and `se` are countries.
 */
export const locales = [
  { code: 'cn', name: 'Chinese' },
  { code: 'cz', name: 'Czech' },
  { code: 'en', name: 'English' },
  { code: 'ee', name: 'Estonian' },
  { code: 'fr', name: 'French' },
  { code: 'de', name: 'German' },
  { code: 'hu', name: 'Hungarian' },
  { code: 'it', name: 'Italian' },
  { code: 'lt', name: 'Lithuanian' },
  { code: 'pl', name: 'Polish' },
  { code: 'pt', name: 'Portuguese' },
  { code: 'ru', name: 'Russian' },
  { code: 'es', name: 'Spanish' },
  { code: 'se', name: 'Swedish' },
  { code: 'tr', name: 'Turkish' },
] as const;

export type LocaleCode = (typeof locales)[number]['code'];

/** The language's plain name; a code that is not known stands for itself. */
export function localeName(code: string): string {
  return find(code)?.name ?? code;
}

function find(code: string) {
  return locales.find((locale) => locale.code === code);
}
