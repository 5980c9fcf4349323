import { type CountryCode, getCountries } from 'libphonenumber-js';
import { countryOf } from './phone.ts';

/** Where a number without a country code may be from, and what says so. A guess, and shown as one. */
export interface CountryGuess {
  country: CountryCode;
  /** `the numbers of this widget’s managers` */
  from: string;
}

interface Assigned {
  user?: { tel?: string | null | undefined } | undefined;
  business_times?: readonly { timezone?: string | undefined }[] | undefined;
}

/**
 * Guesses by the numbers of the widget's managers, else by the zone of their hours, else by the numbers of the account's
 * users. A language says nothing: English is spoken in more than one country.
 */
export function guessCountry(
  widget: { managers: readonly Assigned[] } | undefined,
  users: readonly { tel: string }[] = [],
): CountryGuess | undefined {
  const managers = widget?.managers ?? [];
  const zones = managers.flatMap(({ business_times = [] }) => business_times.map(({ timezone = '' }) => timezone));
  return (
    named('the numbers of this widget’s managers', most(managers.map(({ user }) => countryOf(user?.tel ?? '')))) ??
    named('the time zone of this widget’s hours', most(zones.map(countryOfZone))) ??
    named('the numbers of your users', most(users.map(({ tel }) => countryOf(tel))))
  );
}

const named = (from: string, country: CountryCode | undefined) => (country ? { country, from } : undefined);

/** What is there most often; of two that are there as often, nobody knows. */
function most(found: readonly (CountryCode | undefined)[]): CountryCode | undefined {
  const counts = new Map<CountryCode, number>();
  for (const one of found) if (one) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

/** The one country that uses a zone, as the platform lists them. */
function countryOfZone(zone: string): CountryCode | undefined {
  const users = getCountries().filter((country) => zonesOf(country).includes(zone));
  return users.length === 1 ? users[0] : undefined;
}

/** Newer platforms have a method where older ones have a property. */
function zonesOf(country: CountryCode): readonly string[] {
  const locale: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] } = new Intl.Locale(
    `und-${country}`,
  );
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
