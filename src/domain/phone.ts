import {
  AsYouType,
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isPossiblePhoneNumber,
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js';

export type Phone =
  | {
      ok: true;
      e164: string;
      international: string;
      country: CountryCode | undefined;
      /** whether the digits fit a number of the country, not their count alone; if not, ask the person to look again */
      isValid: boolean;
    }
  | { ok: false; problem: string };

/**
 * Reads a number in any shape that people type or paste: `601 234 567`, `(0048) 601-234-567`, `tel:+48601234567`,
 * `+44 (0) 20 7946 0000`. `country` (ISO 3166) is where a number without a country code is from; without it such a
 * number is a problem. Gives E.164, which is what the API dials, and the shape for reading.
 */
export function parsePhone(text: string, country?: CountryCode): Phone {
  const typed = clean(text);
  if (typed === '') return problem('Enter a phone number.');
  const number = parsePhoneNumberFromString(typed, { defaultCountry: country, extract: false });
  if (number?.ext) return problem('An extension cannot be dialled. Enter the number without it.');
  if (number?.isPossible()) {
    return {
      ok: true,
      e164: number.number,
      international: number.formatInternational(),
      country: number.country,
      isValid: number.isValid(),
    };
  }
  return problem(problemOf(typed, number, country));
}

/**
 * The text as it looks while a number is typed, in its country's groups: `601234` as `601 234`. A text that holds
 * anything but a number, such as an extension, stays as it is: nothing that was typed is lost.
 */
export function formatAsTyped(text: string, country?: CountryCode): string {
  const typed = clean(text);
  return isNumberAlone(typed) ? new AsYouType(country).input(typed) : text;
}

/** `+48601234567` as `+48 601 234 567`; a text that is no number stays as it is. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** Whether the text is E.164 with as many digits as its country has: what the API takes. */
export function isPossible(e164: string): boolean {
  return /^\+[1-9]\d{1,14}$/.test(e164) && isPossiblePhoneNumber(e164);
}

/** The country that a number in international form belongs to, as soon as its digits tell. */
export function countryOf(text: string): CountryCode | undefined {
  const typed = clean(text);
  if (!typed.startsWith('+')) return undefined;
  const reader = new AsYouType();
  reader.input(typed);
  // Several countries may share a calling code: the one that it is mainly of comes first.
  return reader.getCountry() ?? reader.getNumber()?.getPossibleCountries()[0];
}

/** The same number as it is typed within its country: without plus and calling code. */
export function withoutCallingCode(text: string): string {
  const typed = clean(text);
  if (!typed.startsWith('+') || !isNumberAlone(typed)) return text;
  const reader = new AsYouType();
  reader.input(typed);
  return reader.getNationalNumber();
}

export interface Country {
  /** ISO 3166 */
  code: CountryCode;
  name: string;
  /** `48`, without the plus */
  callingCode: string;
}

/** Every country that has telephone numbers, by name. */
export function countries(): Country[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code, callingCode: getCountryCallingCode(code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Narrows a text to a country that has telephone numbers; undefined for any other. */
export function asCountry(code: string | undefined): CountryCode | undefined {
  return getCountries().find((known) => known === code);
}

/** Digits, and what people put between them. */
const isNumberAlone = (text: string) => /^\+?[\d\s()./\p{Pd}]*$/u.test(text);

/** Takes off what address books and web pages put around a number, such as `Tel.:`, and makes `00` the plus that it stands for. */
function clean(text: string): string {
  const digits = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^\s*\p{L}[\p{L}\s]*[.:]+\s*(?=[+(\d])/u, '')
    .trim()
    .replace(/^\(?00\)?\s*(?=[1-9])/, '+')
    .replace(/^\((?:\+|00)(\d+)\)/, '+$1');
  return digits.startsWith('+') ? digits.replace(/\(0\)/, '') : digits;
}

function problemOf(typed: string, number: PhoneNumber | undefined, country: CountryCode | undefined): string {
  const where = nameOf(number?.country ?? (typed.startsWith('+') ? undefined : country));
  switch (validatePhoneNumberLength(typed, country)) {
    case 'INVALID_COUNTRY':
      return 'Start the number with its country code, such as +48.';
    case 'TOO_SHORT':
      return `This number is too short${where}. Check that no digit is missing.`;
    case 'TOO_LONG':
      return `This number is too long${where}. Check for extra digits.`;
    case 'INVALID_LENGTH':
      return `No number${where} has this many digits. Check the number.`;
    default:
      return 'This is not a phone number. Enter one such as +48 601 234 567.';
  }
}

function nameOf(country: CountryCode | undefined): string {
  if (country === undefined) return '';
  return ` for ${new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country}`;
}

function problem(text: string): Phone {
  return { ok: false, problem: text };
}
