import * as z from 'zod/mini';
import type { InviteInput, Person, PersonUpdateInput } from '#src/api/wire/people.ts';
import { ConsoleRole } from '#src/api/wire/session.ts';
import { emailProblem } from '#src/domain/email.ts';
import { limits } from '#src/domain/limits.ts';

/** What the form of a person holds while it is typed in, valid or not: also what a draft keeps. */
export const PersonFormValues = z.object({
  name: z.string(),
  role: ConsoleRole,
  /** The id of the CallPage user; empty for none. */
  user_id: z.string(),
});
export type PersonFormValues = z.infer<typeof PersonFormValues>;

export const InviteFormValues = z.extend(PersonFormValues, { email: z.string() });
export type InviteFormValues = z.infer<typeof InviteFormValues>;

/** What may be sent of either form. */
export interface PersonFormOutput {
  name: string;
  role: ConsoleRole;
  user_id: number | null;
}

export const personFormSchema = z.pipe(
  PersonFormValues,
  z.transform((values, { issues }): PersonFormOutput => {
    const output = outputOf(values);
    issues.push(...issuesOf(values, { name: nameProblem(output.name, true), user_id: linkProblem(output) }));
    return output;
  }),
);

/** `people`: whose emails are taken. */
export const inviteFormSchema = (people: readonly Person[]) =>
  z.pipe(
    InviteFormValues,
    z.transform((values, { issues }): InviteInput => {
      const { name, ...output } = outputOf(values);
      const email = values.email.trim();
      issues.push(
        ...issuesOf(values, {
          email: email === '' ? 'Enter an email address.' : (emailProblem(email) ?? takenProblem(email, people)),
          name: nameProblem(name, false),
          user_id: linkProblem(output),
        }),
      );
      return { email, ...output, ...(name !== '' && { name }) };
    }),
  );

function outputOf({ name, role, user_id }: PersonFormValues): PersonFormOutput {
  return { name: name.trim(), role, user_id: user_id === '' ? null : Number(user_id) };
}

function issuesOf(input: unknown, problems: Record<string, string | undefined>) {
  return Object.entries(problems).flatMap(([field, message]) =>
    message ? [{ code: 'custom' as const, message, path: [field], input }] : [],
  );
}

function nameProblem(name: string, required: boolean): string | undefined {
  if (required && name === '') return 'Enter a name.';
  return name.length > limits.name ? `Use ${limits.name} characters at most.` : undefined;
}

function linkProblem({ role, user_id }: Pick<PersonFormOutput, 'role' | 'user_id'>): string | undefined {
  if (role !== 'manager' || user_id !== null) return undefined;
  return 'Choose the CallPage user that this person is: a manager sees what is theirs.';
}

function takenProblem(email: string, people: readonly Person[]): string | undefined {
  const owner = people.find((person) => person.email.toLowerCase() === email.toLowerCase());
  if (!owner) return undefined;
  return owner.active
    ? `${owner.name} has this email already.`
    : `${owner.name} has this email and was deactivated. Activate them instead.`;
}

export const newInvitation: InviteFormValues = { email: '', name: '', role: 'support', user_id: '' };

export const valuesOf = ({ name, role, user_id }: Person): PersonFormValues => ({
  name,
  role,
  user_id: user_id === null ? '' : String(user_id),
});

const fieldNames = { name: 'Name', role: 'Role', user_id: 'CallPage user' } as const;
type Field = keyof typeof fieldNames;

export const nameOfField = (field: Field) => fieldNames[field];

/** The fields in which two versions of a person differ. */
export function differences(before: PersonFormValues, after: PersonFormValues): Field[] {
  const fields: Field[] = ['name', 'role', 'user_id'];
  return fields.filter((field) => before[field] !== after[field]);
}

/** What was changed and nothing else: what is left out stays as it is. */
export function changesOf(id: string, baseline: PersonFormValues, output: PersonFormOutput): PersonUpdateInput {
  const before = outputOf(baseline);
  return {
    id,
    ...(output.name !== before.name && { name: output.name }),
    ...(output.role !== before.role && { role: output.role }),
    ...(output.user_id !== before.user_id && { user_id: output.user_id }),
  };
}

/** Whether the person has every value already. */
export const isSaved = (person: Person, { name, role, user_id }: PersonFormOutput) =>
  person.name === name && person.role === role && person.user_id === user_id;
