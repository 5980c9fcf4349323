import { isPossiblePhoneNumber } from 'libphonenumber-js';
import * as z from 'zod';
import { flags } from '#src/api/wire/primitives.ts';
import { limits } from '#src/domain/limits.ts';
import { locales } from '#src/domain/locales.ts';

/**
 * The readers of what clients send. Each message says what to send; a field that is missing says so first.
 * Numbers and flags are taken as JSON or as text, because a form knows text alone.
 */
function says(text: string) {
  return (issue: { input?: unknown }) => (issue.input === undefined ? `This field is required. ${text}` : text);
}

/** The largest number that a column of ids holds. */
const largest = 2_147_483_647;

export function wholeNumber(min: number, max: number = largest) {
  const error = says(`Send a whole number from ${min} to ${max}.`);
  return z.preprocess(fromDigits, z.int({ error }).min(min, { error }).max(max, { error }));
}

export function fromDigits(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

export const id = wholeNumber(1);

/** Left out and null are one thing for a reference that is optional. */
export const optionalId = z.preprocess((value) => value ?? undefined, id.optional());

export const flag = z.preprocess(
  (value) => flags.get(value) ?? value,
  z.boolean({ error: says('Send true or false, or 1 or 0.') }),
);

/** Text of at most `max` characters, counted as a person counts them. */
export function text(max: number) {
  const error = `Send at most ${max} characters.`;
  return z
    .string({ error: says(`Send a text of at most ${max} characters.`) })
    .refine((value) => [...value].length <= max, { error });
}

export function filledText(max: number) {
  return text(max).refine((value) => value.trim() !== '', { error: 'This is empty. Send a text.' });
}

/** One value or a list of them: `user_id=1`, `user_id[]=1`, `[1, 2]`. */
export function oneOrMany<Item extends z.ZodType>(item: Item) {
  const error = says('Send one value or a list.');
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item, { error }).min(1, { error: 'Send at least one.' }),
  );
}

const urlError = says('Send an absolute web address such as https://example.com.');

export const webAddress = z
  .string({ error: urlError })
  .max(limits.url, { error: `Send at most ${limits.url} characters.` })
  .refine((value) => /^https?:\/\/[^\s/]/i.test(value) && !/\s/.test(value) && URL.canParse(value), {
    error: 'Send an absolute web address such as https://example.com.',
  });

export const localeCode = z.enum(
  locales.map(({ code }) => code),
  {
    error: `Send one of ${locales
      .map(({ code }) => code)
      .sort()
      .join(', ')}.`,
  },
);

export const tel = z
  .string({ error: says('Send a number in E.164 form, such as +48221234567.') })
  .refine((value) => /^\+[1-9]\d{1,14}$/.test(value), {
    error: 'Send a number in E.164 form, such as +48221234567: a plus, the country code, digits alone.',
    abort: true,
  })
  .refine((value) => isPossiblePhoneNumber(value), {
    error: 'No number of this country has that many digits. Check the number.',
  });

/** A form cannot send null: the empty text stands for it. */
export const optionalEmail = z.preprocess(
  (value) => (value === '' ? null : value),
  z
    .email({ error: 'Send an email address such as name@example.com, or null for none.' })
    .max(254, { error: 'Send at most 254 characters.' })
    .nullish(),
);

export const paging = {
  limit: wholeNumber(1, 1000).default(100),
  offset: wholeNumber(0).default(0),
};

/**
 * Holds a request schema to the interface that the console sends by: what comes out of the schema is such an input,
 * and every key of the interface is one that the schema reads.
 */
export function accepts<Sent>() {
  return <Schema extends z.ZodType<Sent>>(
    schema: Schema & ([keyof Sent] extends [keyof z.output<Schema>] ? unknown : never),
  ): Schema => schema;
}
