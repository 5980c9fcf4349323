import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  Metadata,
  PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';

/** What one number may mean. Never more than one is dialled: of several, a person chooses. */
export interface Readings {
  /** Each may be meant, the likeliest first. */
  numbers: readonly PhoneNumber[];
  /** Why it is asked about, although there may be one reading only. */
  doubt?: string;
}

/**
 * Every number that digits and what stands between them may mean, typed in `country`. Numbers that no country has are
 * left out where one is left that exists.
 */
export function readingsOf(text: string, country: CountryCode | undefined): Readings {
  // `T`: a zero in brackets, which some countries drop and others do not have.
  const digits = text.replace(/[([]\s*0\s*[)\]]/g, 'T').replace(/[^\d+T]/g, '');
  if (digits.startsWith('+')) return international(digits);
  const here = country ? typedIn(digits, country) : { numbers: [] };
  // Everywhere people write 00 for the plus, also where it leads nowhere or somewhere else.
  if (!digits.startsWith('00') || exitCodes(digits, country).includes('00')) return here;
  const meant = international(`+${digits.slice(2)}`).numbers;
  const numbers = existing([...meant, ...here.numbers]);
  if (!meant.some((number) => numbers.includes(number))) return here;
  const doubt = country
    ? `00 does not lead abroad from ${nameOf(country)}.`
    : '00 does not lead abroad everywhere: choose the country where it is dialled.';
  return { numbers, doubt };
}

/** Of a number with its country's code: it is dialled as it stands, less what its country leaves out abroad. */
function international(digits: string): Readings {
  const [code = '', rest, ...more] = digits.split('T');
  if (rest === undefined) return { numbers: existing([onlyValid(exact(digits)) ?? read(digits)]) };
  return more.length === 0 && callingCodes.has(code) ? withZero(code, rest) : { numbers: [] };
}

/** `+44 (0)20`: Britain's numbers drop the zero abroad, Italy's keep it, and Poland's never had one. */
function withZero(code: string, rest: string): Readings {
  const kept = exact(`${code}0${rest}`);
  const dropped = read(`${code}0${rest}`);
  if (dropped?.number === code + rest) return { numbers: existing([dropped, onlyValid(kept)]) };
  const without = onlyValid(exact(code + rest));
  const numbers = distinct([onlyValid(kept), without]);
  return without ? { numbers, doubt: 'Numbers of this country have no (0) to be left out.' } : { numbers };
}

/** Of a number as it is dialled in a country: with an exit code, within the country, or with its own code and no plus. */
function typedIn(digits: string, country: CountryCode): Readings {
  const code = `+${getCountryCallingCode(country)}`;
  if (digits.startsWith('T')) return withZero(code, digits.slice(1));
  const exits = exitCodes(digits, country);
  const abroad = exits.map((exit) => international(`+${digits.slice(exit.length)}`));
  const bare = `+${digits}`.startsWith(code) ? international(`+${digits}`) : { numbers: [] };
  const within = digits.includes('T') ? [] : withinCountry(digits, country, code, exits.length > 0);
  const numbers = existing([
    ...within,
    ...abroad.flatMap((reading) => reading.numbers),
    ...bare.numbers.map(onlyValid),
  ]);
  return { ...[...abroad, bare].find(({ doubt }) => doubt !== undefined), numbers };
}

function withinCountry(digits: string, country: CountryCode, code: string, mayLeadAbroad: boolean) {
  // The library would take an exit code for one, whatever else the digits are.
  const number = mayLeadAbroad ? read(code + digits) : read(digits, country);
  const whole = onlyValid(exact(code + digits));
  // Gabon's old numbers are written with the zero that its new ones begin with.
  const old = digits.startsWith('0') && whole ? onlyValid(exact(code + digits.slice(1))) : undefined;
  return [number, whole, old?.formatNational().replace(/\D/g, '') === digits ? old : undefined];
}

/** What the digits begin with that leads abroad from the country: `00`, `011`, and where one chooses a carrier several. */
function exitCodes(digits: string, country: CountryCode | undefined): string[] {
  if (country === undefined) return [];
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const isExit = new RegExp(`^(?:${metadata.numberingPlan?.IDDPrefix()})$`);
  const starts = Array.from({ length: digits.length }, (_, end) => digits.slice(0, end));
  return starts.filter((start) => isExit.test(start) && digits[start.length] !== '0');
}

/** As the library reads it: without the country's trunk prefix, with the area that the country adds. */
const read = (digits: string, country?: CountryCode) =>
  parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false });

/** The number of exactly these digits. */
function exact(e164: string): PhoneNumber | undefined {
  const number = read(e164);
  return number === undefined || number.number === e164 ? number : new PhoneNumber(e164);
}

const callingCodes: ReadonlySet<string> = new Set(
  getCountries().map((country) => `+${getCountryCallingCode(country)}`),
);

const onlyValid = (number: PhoneNumber | undefined) => (number?.isValid() ? number : undefined);

/** Those in a known range; where there is none, those whose length fits. */
function existing(numbers: readonly (PhoneNumber | undefined)[]): PhoneNumber[] {
  const possible = distinct(numbers.filter((number) => number?.isPossible() === true));
  const valid = possible.filter((number) => number.isValid());
  return valid.length > 0 ? valid : possible;
}

function distinct(numbers: readonly (PhoneNumber | undefined)[]): PhoneNumber[] {
  return [...new Map(numbers.flatMap((number) => (number ? [[number.number, number]] : []))).values()];
}

export function nameOf(country: CountryCode): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country;
}
