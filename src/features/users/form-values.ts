import * as z from 'zod/mini';
import type { User, UserCreateInput, UserUpdateInput } from '#src/api/wire/users.ts';
import { guessCountry } from '#src/domain/country-guess.ts';
import { emailProblem } from '#src/domain/email.ts';
import { limits } from '#src/domain/limits.ts';
import { asCountry, countryOf, formatPhone, parsePhone } from '#src/domain/phone.ts';
import { userName } from '#src/domain/user-name.ts';
import { isAssignable, roleOf } from './roles.ts';

/** What the form holds while it is typed in, valid or not: also what a draft keeps. */
export const UserFormValues = z.object({
  name: z.string(),
  tel: z.string(),
  /** where a number without a country code is from; empty: not known */
  country: z.string(),
  /** what the country was guessed from, in words; empty: a person chose it, or nobody did */
  guess: z.string(),
  email: z.string(),
  role: z.string(),
  /** only where the API tells it */
  enabled: z.boolean(),
});
export type UserFormValues = z.infer<typeof UserFormValues>;

/** What may be sent: the number in E.164, the email null where there is none. */
export type UserFormOutput = Omit<UserFormValues, 'email' | 'country' | 'guess'> & { email: string | null };

/** `others`: the account's other users, whose emails are taken. `kept`: the number that may stay as it is. */
export const userFormSchema = (others: readonly User[], kept?: string) =>
  z.pipe(
    UserFormValues,
    z.transform(({ country, guess: _, ...values }, { issues }): UserFormOutput => {
      const name = values.name.trim();
      const email = values.email.trim();
      const tel = kept !== undefined && values.tel === formatPhone(kept) ? kept : e164(values.tel, country);
      const problems = {
        name: nameProblem(name),
        tel: typeof tel === 'string' ? undefined : tel.problem,
        email: email === '' ? undefined : (emailProblem(email) ?? takenProblem(email, others)),
      };
      for (const [field, message] of Object.entries(problems)) {
        if (message) issues.push({ code: 'custom', message, path: [field], input: values });
      }
      return { ...values, name, tel: typeof tel === 'string' ? tel : '', email: email === '' ? null : email };
    }),
  );

function e164(typed: string, country: string): string | { problem: string } {
  const phone = parsePhone(typed, asCountry(country));
  return phone.ok ? phone.e164 : phone;
}

function nameProblem(name: string): string | undefined {
  if (name === '') return 'Enter a name.';
  return [...name].length > limits.name ? `Use ${limits.name} characters at most.` : undefined;
}

function takenProblem(email: string, others: readonly User[]): string | undefined {
  const owner = others.find((user) => user.email?.toLowerCase() === email.toLowerCase());
  return owner && `${userName(owner)} has this email already. Each email belongs to one user.`;
}

/** `others`: the account's other users, whose numbers tell where another may be from. */
export function newUserValues(others: readonly User[]): UserFormValues {
  const guess = guessCountry([{ from: 'the numbers of the other users', tels: others.map(({ tel }) => tel) }]);
  return {
    name: '',
    tel: '',
    country: guess?.country ?? '',
    guess: guess?.from ?? '',
    email: '',
    role: 'manager',
    enabled: true,
  };
}

export const valuesOf = (user: User): UserFormValues => ({
  name: user.name,
  tel: formatPhone(user.tel),
  country: countryOf(user.tel) ?? '',
  guess: countryOf(user.tel) ? 'the number before' : '',
  email: user.email ?? '',
  role: roleOf(user),
  enabled: user.enabled ?? true,
});

const fieldNames = { name: 'Name', tel: 'Phone number', email: 'Email', role: 'Role', enabled: 'Enabled' } as const;

export type Field = keyof typeof fieldNames;

export const nameOfField = (field: Field) => fieldNames[field];

/** The fields in which two versions of a user differ. */
export function differences(before: UserFormValues, after: UserFormValues): Field[] {
  const fields: Field[] = ['name', 'tel', 'email', 'role', 'enabled'];
  return fields.filter((field) => before[field] !== after[field]);
}

export const createInput = ({ name, tel, email, role }: UserFormOutput): UserCreateInput => ({
  name,
  tel,
  ...(email !== null && { email }),
  ...(isAssignable(role) && { role }),
});

/** `id`, `name` and `tel` always, and of the rest only what was changed: what is left out stays as it is. */
export function changesOf(id: number, baseline: UserFormValues, values: UserFormOutput): UserUpdateInput {
  const { name, tel, email, role, enabled } = values;
  return {
    id,
    name,
    tel,
    ...((email ?? '') !== baseline.email && { email }),
    ...(role !== baseline.role && isAssignable(role) && { role }),
    ...(enabled !== baseline.enabled && { enabled }),
  };
}

/** Whether the user has every value already. */
export const isSaved = (user: User, { name, tel, email, role, enabled }: UserFormOutput) =>
  user.name === name &&
  user.tel === tel &&
  user.email === email &&
  roleOf(user) === role &&
  (user.enabled ?? true) === enabled;
