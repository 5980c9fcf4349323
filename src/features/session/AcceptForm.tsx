import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { type Link, passwordLength } from '#src/api/wire/session.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { PasswordField } from '#src/ui/fields/PasswordField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { useAcceptLink } from './queries.ts';

/** What a new password must be, and the words for one that is not. */
export const newPassword = z
  .string()
  .check(
    z.minLength(passwordLength.min, `A password has ${passwordLength.min} characters or more.`),
    z.maxLength(passwordLength.max, `A password has ${passwordLength.max} characters at most.`),
  );

const required = (message: string) => z.string().check(z.trim(), z.minLength(1, message));
const fields = { name: required('Enter your name.'), email: z.email('Enter an email address.'), password: newPassword };
/** What each kind of link leaves to be said. */
const schemas = {
  invitation: z.object({ ...fields, email: z.string() }),
  set_up: z.object(fields),
  password: z.object({ ...fields, name: z.string(), email: z.string() }),
};

interface AcceptFormProps {
  token: string;
  link: Link;
  onDone: () => void;
}

export function AcceptForm({ token, link, onDone }: AcceptFormProps) {
  const { kind, name, email } = link;
  const form = useForm({
    resolver: zodResolver(schemas[kind]),
    defaultValues: { name: name ?? '', email: email ?? '', password: '' },
  });
  const accept = useAcceptLink();
  return (
    <FormShell
      form={form}
      name="Your account"
      submitLabel={kind === 'password' ? 'Save and sign in' : 'Create account'}
      onSubmit={(values) =>
        accept.mutateAsync({
          token,
          password: values.password,
          ...(kind !== 'password' && { name: values.name }),
          ...(kind === 'set_up' && { email: values.email }),
        })
      }
      onDone={onDone}
      submitError={accept.error}
      errorTitle="Not accepted"
      loading={accept.isPending}
    >
      {kind !== 'password' && <TextField control={form.control} name="name" label="Your name" autoComplete="name" />}
      <TextField
        control={form.control}
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        readOnly={kind !== 'set_up'}
      />
      <PasswordField
        control={form.control}
        name="password"
        label="Password"
        description={`${passwordLength.min} characters or more. A few words are easier to remember than signs.`}
        autoComplete="new-password"
      />
    </FormShell>
  );
}
