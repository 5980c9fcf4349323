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
import { nameOf, readingsOf } from './phone-reading.ts';
import { type Seam, scan, seamsOf } from './phone-text.ts';

export type Phone =
  | {
      ok: true;
      e164: string;
      international: string;
      country: CountryCode | undefined;
      /** whether the digits fit a number of the country, not their count alone; if not, ask the person to look again */
      isValid: boolean;
      /** whether it was found within other text; if so, say which it is */
      found: boolean;
    }
  /** `choices`: what may be meant, in international form, for a person to choose from. */
  | { ok: false; problem: string; choices: readonly string[] };

/**
 * Reads the one number in a text, in any shape that people type or paste: `601 234 567`, `tel:+48601234567`,
 * `+44 (0) 20 7946 0000`, `Call 601 234 567`. `country` (ISO 3166) is where it is typed, whose exit codes and trunk
 * prefixes hold. Gives E.164, which is what the API dials. What can be read in two ways is not read but asked about, so
 * that a number never becomes another.
 */
export function parsePhone(text: string, country?: CountryCode): Phone {
  const scanned = scan(text);
  if (scanned.kind === 'refused') return refuse(scanned.problem, surely(scanned.numbers, country));
  const [head] = seamsOf(scanned.text).flatMap((seam) => wholeBefore(seam, country));
  if (head) return refuse('More digits follow a whole number. Enter one number, without an extension.', [head]);
  const { numbers, doubt } = readingsOf(scanned.text, country);
  const [number] = numbers;
  if (number === undefined) return refuse(problemOf(scanned.text, country));
  if (doubt !== undefined || numbers.length > 1)
    return refuse(`${doubt ?? 'This can be read in more than one way.'} ${askFor(numbers)}`, numbers);
  const isValid = number.isValid();
  if (scanned.found && !isValid) return refuse('No phone number was found in this text. Enter the number alone.');
  return {
    ok: true,
    e164: number.number,
    international: number.formatInternational(),
    country: number.country,
    isValid,
    found: scanned.found,
  };
}

/**
 * The text as it looks while a number is typed, in its country's groups: `601234` as `601 234`. A text that holds
 * anything but a number, would mean another in groups, or is grouped by the person further than its country does, stays as it is.
 */
export function formatAsTyped(text: string, country?: CountryCode): string {
  const group = (typed: string) => new AsYouType(country).input(typed);
  const before = text.slice(0, -1);
  const isOurs = /^\+?\d+(?: \d+)*$/.test(text) || (/\d$/.test(text) && group(before) === before);
  if (!isOurs) return text;
  const grouped = group(text);
  if (grouped.length < text.length) return text;
  return digitsOf(grouped) === digitsOf(text) && isSame(parsePhone(grouped, country), parsePhone(text, country))
    ? grouped
    : text;
}

const digitsOf = (text: string) => text.replace(/[^\d+]/g, '');

const isSame = (one: Phone, other: Phone) =>
  one.ok === other.ok && (one.ok && other.ok ? one.e164 === other.e164 : true);

/** `+48601234567` as `+48 601 234 567`; a text that is no number stays as it is. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** Whether the text is E.164 with as many digits as its country has: what the API takes. */
export function isPossible(e164: string): boolean {
  return /^\+[1-9]\d{1,14}$/.test(e164) && isPossiblePhoneNumber(e164);
}

/** The country that a number with a country code belongs to, as soon as its digits tell. */
export function countryOf(text: string): CountryCode | undefined {
  const scanned = scan(text);
  if (scanned.kind === 'refused' || !/^\W*\+/.test(scanned.text)) return undefined;
  const reader = new AsYouType();
  reader.input(digitsOf(scanned.text));
  // Several countries may share a calling code: the one that it is mainly of comes first.
  return reader.getCountry() ?? reader.getNumber()?.getPossibleCountries()[0];
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

/** No country has a longer one, counted without the trunk prefix: what is longer may be a number by itself. */
const longestAreaCode = 5;

/** The number that ends at a seam, if one does. */
function wholeBefore({ head, tail, isBracket }: Seam, country: CountryCode | undefined): PhoneNumber[] {
  // Of an area code and its number the one has the trunk prefix, the other has not.
  const isAlike = head.startsWith('0') === tail.startsWith('0');
  return surely([head], country).filter(
    ({ nationalNumber }) =>
      isBracket || nationalNumber.length > longestAreaCode || (isAlike && surely([tail], country).length > 0),
  );
}

/** Of texts that may be numbers, those that are, beyond doubt. */
function surely(texts: readonly string[], country: CountryCode | undefined): PhoneNumber[] {
  return texts.flatMap((text) => {
    const { numbers, doubt } = readingsOf(text, country);
    return doubt === undefined && numbers.length === 1 ? numbers.filter((number) => number.isValid()) : [];
  });
}

function problemOf(typed: string, country: CountryCode | undefined): string {
  const own = countryOf(typed) ?? (typed.startsWith('+') ? undefined : country);
  const where = own ? ` for ${nameOf(own)}` : '';
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

function askFor(numbers: readonly PhoneNumber[]): string {
  return `Write the number that you mean: ${numbers.map((number) => number.formatInternational()).join(' or ')}.`;
}

function refuse(problem: string, choices: readonly PhoneNumber[] = []): Phone {
  return { ok: false, problem, choices: choices.map((number) => number.formatInternational()) };
}
