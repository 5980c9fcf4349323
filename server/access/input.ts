import * as z from 'zod';
import { Failure } from '#server/gateway/failure.ts';
import { passwordLength } from '#src/api/wire/session.ts';

/** Whoever has more wrong reads no further. */
const mostIssues = 100;

/** Reads what was sent, or throws a 422 that says field by field what is wrong. Keys that it does not know are refused. */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input ?? {});
  if (result.success) return result.data;
  const errors: Record<string, string[]> = {};
  for (const { path, message } of result.error.issues.slice(0, mostIssues)) {
    const name = path.join('.');
    errors[name] = [...(errors[name] ?? []), message];
  }
  throw new Failure(422, 'Some of this cannot be taken as it is.', { errors });
}

export const email = z
  .string('Enter an email address.')
  .trim()
  .toLowerCase()
  .max(254, 'An email address has 254 characters at most.')
  .pipe(z.email('This is not an email address.'));

export const personName = z
  .string('Enter a name.')
  .trim()
  .min(1, 'Enter a name.')
  .max(100, 'A name has 100 characters at most.');

export const newPassword = z
  .string('Enter a password.')
  .min(passwordLength.min, `A password has ${passwordLength.min} characters or more.`)
  .max(passwordLength.max, `A password has ${passwordLength.max} characters at most.`);

/** A password that is being checked: any text, but not one that takes long to hash. */
export const password = z
  .string('Enter the password.')
  .min(1, 'Enter the password.')
  .max(passwordLength.max, 'This is too long for a password.');

export const id = z.string('Send an id.').min(1).max(64);

/** The largest number that a column of ids holds, but for those of calls. */
export const largestInteger = 2_147_483_647;

/** A whole number as a query writes it, in digits alone: `0x10`, `1e3` and ` 5` are none. */
export function wholeNumber(min: number, max: number, words: string) {
  return z
    .string(words)
    .regex(/^\d{1,16}$/, { error: words, abort: true })
    .transform(Number)
    .pipe(z.number().min(min, words).max(max, words));
}

/** The id of a CallPage user, or none. */
export const callpageUserId = z
  .int('Send the id of a CallPage user.')
  .min(1, 'Send the id of a CallPage user.')
  .max(largestInteger, 'Send the id of a CallPage user.')
  .nullable();
