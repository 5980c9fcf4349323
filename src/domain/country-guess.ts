import { type CountryCode, getCountries } from 'libphonenumber-js';
import { countryOf } from './phone.ts';
import { isTimeZone } from './time-zones.ts';

/** Where a number without a country code may be from, for a person to see and correct. */
export interface CountryGuess {
  country: CountryCode;
  /** What it was guessed from, as words that follow “from”. */
  from: string;
}

export interface Evidence {
  from: string;
  /** Numbers in international form. */
  tels?: readonly string[];
  /** IANA zones. */
  timeZones?: readonly string[];
}

/** By the first evidence that speaks for one country more than for any other. */
export function guessCountry(evidence: readonly Evidence[]): CountryGuess | undefined {
  for (const { from, tels = [], timeZones = [] } of evidence) {
    const ofZone = new Map([...new Set(timeZones)].map((timeZone) => [timeZone, countryOfZone(timeZone)]));
    const country = mostFrequent([...tels.map(countryOf), ...timeZones.map((timeZone) => ofZone.get(timeZone))]);
    if (country) return { country, from };
  }
  return undefined;
}

/** Undefined where two are as frequent. */
function mostFrequent(countries: readonly (CountryCode | undefined)[]): CountryCode | undefined {
  const counts = new Map<CountryCode, number>();
  for (const country of countries) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

/** The country that the zone lies in; undefined where several share it, or the platform does not tell. */
function countryOfZone(timeZone: string): CountryCode | undefined {
  if (!isTimeZone(timeZone)) return undefined;
  // The platform may list it by another of its names.
  const names = [timeZone, new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone];
  const [country, ...others] = getCountries().filter((code) => zonesOf(code).some((zone) => names.includes(zone)));
  return others.length === 0 ? country : undefined;
}

/** Some platforms have the method, older ones the property, some neither. */
interface ZonesOfLocale {
  getTimeZones?: () => string[] | undefined;
  timeZones?: string[] | undefined;
}

function zonesOf(country: CountryCode): readonly string[] {
  const locale: Intl.Locale & ZonesOfLocale = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
