import fc from 'fast-check';
import { type CountryCode, getCountries, getCountryCallingCode, Metadata, PhoneNumber } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { formatAsTyped, parsePhone } from './phone.ts';

/** The library's numbering plans as they are stored; at 11 a list of the kinds of number, each of which begins with its pattern. */
const { countries } = z.parse(z.object({ countries: z.record(z.string(), z.array(z.unknown())) }), metadata);
const Kinds = z.pipe(
  z.array(z.unknown()),
  z.transform((kinds) => kinds.map((kind) => z.safeParse(z.array(z.unknown()), kind).data?.[0])),
);

const all = getCountries();

/** A few texts that match the pattern, the same ones each time. */
const matching = (pattern: string, numRuns: number) =>
  fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), { numRuns, seed: 61 });

/** Numbers of each kind that a country has: of fixed lines, mobile, toll free, premium and so on. */
function numbersOf(country: CountryCode): PhoneNumber[] {
  const patterns = z.parse(Kinds, countries[country]?.[11]).filter((pattern) => typeof pattern === 'string');
  const numbers = patterns
    .filter((pattern) => pattern !== '')
    .flatMap((pattern) => matching(pattern, 2))
    .map((national) => new PhoneNumber(`+${getCountryCallingCode(country)}${national}`));
  for (const number of numbers) number.country = country;
  return numbers.filter((number) => number.isValid());
}

/** What is dialled in a country before a number abroad. */
function exitCode(country: CountryCode): string {
  const plan = new Metadata();
  plan.selectNumberingPlan(country);
  const usual = String(plan.numberingPlan?.defaultIDDPrefix() || '').replace('~', '');
  return usual || String(matching(plan.numberingPlan?.IDDPrefix() ?? '', 1)[0]);
}

const spaced = (digits: string) => digits.replace(/(\d{3})(?=\d)/g, '$1 ');

/** `at`: where it is typed. `read`: the least share of all that is read, where the rest is asked about. */
type Form = [
  name: string,
  read: number,
  at: 'there' | 'elsewhere' | 'nowhere',
  text: (number: PhoneNumber, exit: string) => string,
];

const forms: Form[] = [
  ['national', 0.99, 'there', (number) => number.formatNational()],
  ['national, digits', 0.99, 'there', (number) => number.formatNational().replace(/\D/g, '')],
  ['national, spaced', 0.99, 'there', (number) => spaced(number.formatNational().replace(/\D/g, ''))],
  ['national, without trunk prefix', 0.99, 'there', (number) => number.nationalNumber],
  ['national in text', 0.99, 'there', (number) => `Tel.: ${number.formatNational()} (Anna)`],
  ['calling code without plus', 0.97, 'there', (number) => number.number.slice(1)],
  [
    'exit code',
    0.97,
    'there',
    ({ countryCallingCode: code, nationalNumber }, exit) => `${exit} ${code} ${nationalNumber}`,
  ],
  ['exit code from abroad', 0.98, 'elsewhere', ({ number }, exit) => `${exit}${number.slice(1)}`],
  [
    '00 from abroad',
    0.8,
    'elsewhere',
    ({ countryCallingCode: code, nationalNumber }) => `(00)${code} ${spaced(nationalNumber)}`,
  ],
  ['00 from anywhere', 0, 'nowhere', ({ number }) => `00${number.slice(1)}`],
  ['E.164', 1, 'nowhere', ({ number }) => number],
  ['international', 1, 'elsewhere', (number) => number.formatInternational()],
  [
    'international, spaced',
    1,
    'elsewhere',
    ({ countryCallingCode: code, nationalNumber }) => `(+${code}) ${spaced(nationalNumber)}`,
  ],
  ['international, dashes', 1, 'there', (number) => number.formatInternational().replace(/ /g, '-')],
  ['international in text', 1, 'elsewhere', (number) => `Call ${number.formatInternational()}, please.`],
  ['link', 1, 'elsewhere', (number) => number.getURI()],
  [
    'international (0)',
    0.5,
    'elsewhere',
    ({ countryCallingCode: code, nationalNumber }) => `+${code} (0)${nationalNumber.replace(/^0/, '')}`,
  ],
  [
    'international (0) and zero',
    0.49,
    'there',
    ({ countryCallingCode: code, nationalNumber }) => `+${code} (0) ${nationalNumber}`,
  ],
  [
    'exit code (0)',
    0.5,
    'elsewhere',
    ({ countryCallingCode: code, nationalNumber }, exit) => `${exit} ${code} (0)${nationalNumber.replace(/^0/, '')}`,
  ],
  ['national (0)', 0.5, 'there', ({ nationalNumber }) => `(0)${nationalNumber.replace(/^0/, '')}`],
];

/** What stands beside a number where it is copied from. */
const beside: [string, (number: string) => string][] = [
  ['a date after it', (number) => `${number} 26.11.2026`],
  ['a date before it', (number) => `2026-11-26 ${number}`],
  ['a time', (number) => `${number} 14:30`],
  ['an extension', (number) => `${number} ext. 12`],
  ['an extension of a link', (number) => `${number};ext=12`],
  ['digits in brackets', (number) => `${number} (12)`],
  ['itself', (number) => `${number} / ${number}`],
  ['another line', (number) => `${number}\n${number}`],
  ['a footnote', (number) => `${number}²`],
  ['nothing, in Arabic digits', (number) => number.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))],
  [
    'nothing, in wide digits',
    (number) => number.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit))),
  ],
];

const examples = all.map((country, index) => ({
  country,
  // Far down the list, so that each calling code meets many exit codes.
  elsewhere: all[(index * 7 + 50) % all.length],
  numbers: numbersOf(country),
}));

test('there are numbers of every country', () => {
  expect(examples.filter(({ numbers }) => numbers.length === 0)).toEqual([]);
  expect(examples.length).toBeGreaterThan(240);
  // Each is tried in every form: more than 40,000 inputs.
  expect(examples.flatMap(({ numbers }) => numbers).length * forms.length).toBeGreaterThan(40_000);
});

test.each(forms)('%s: exactly the number that is meant, or a question that offers it', (_name, read, at, textOf) => {
  const tried = examples.flatMap(({ country, elsewhere, numbers }) => {
    const where = { there: country, elsewhere, nowhere: undefined }[at];
    const exit = where ? exitCode(where) : '';
    return numbers.map((number) => {
      const text = textOf(number, exit);
      return { meant: number.number, text, where, phone: parsePhone(text, where) };
    });
  });
  const wrong = tried.filter(({ phone, meant }) => phone.ok && phone.e164 !== meant);
  expect(wrong).toEqual([]);
  const asked = tried.filter(({ phone }) => !phone.ok);
  const unoffered = asked.filter(
    ({ phone, meant }) => !phone.ok && !phone.choices.map((choice) => choice.replaceAll(/[^\d+]/g, '')).includes(meant),
  );
  expect(unoffered).toEqual([]);
  expect(1 - asked.length / tried.length).toBeGreaterThanOrEqual(read);
});

test.each(beside)('a number beside %s is never joined with it', (_name, put) => {
  const wrong = examples.flatMap(({ country, numbers }) =>
    numbers.slice(0, 3).flatMap((number) => {
      const text = put(number.formatNational());
      const phone = parsePhone(text, country);
      return phone.ok && phone.e164 !== number.number ? [{ text, meant: number.number, phone }] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('what is offered is read as it stands, and grouping while it is typed changes no number', () => {
  for (const { country, elsewhere, numbers } of examples) {
    for (const number of numbers.slice(0, 2)) {
      const offered = parsePhone(`00${number.number.slice(1)}`);
      if (!offered.ok)
        for (const choice of offered.choices) expect(parsePhone(choice, country)).toMatchObject({ ok: true });
      for (const typed of [number.number, number.nationalNumber, number.formatNational().replace(/\D/g, '')])
        for (const where of [country, elsewhere])
          expect([typed, reading(formatAsTyped(typed, where), where)]).toEqual([typed, reading(typed, where)]);
    }
  }
});

function reading(text: string, country: CountryCode | undefined) {
  const phone = parsePhone(text, country);
  return phone.ok ? phone.e164 : phone.choices;
}
