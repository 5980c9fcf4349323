import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { FormShell } from '#src/ui/FormShell.tsx';
import { PasswordField } from '#src/ui/fields/PasswordField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { useSignIn } from './queries.ts';

const Values = z.object({
  email: z.string().check(z.trim(), z.minLength(1, 'Enter your email address.')),
  password: z.string().check(z.minLength(1, 'Enter your password.')),
});

/** @param email of the person whose session has ended: nobody else goes on from their page */
export function SignInForm({ email = '' }: { email?: string }) {
  const form = useForm({ resolver: zodResolver(Values), defaultValues: { email, password: '' } });
  const signIn = useSignIn();
  return (
    <FormShell
      form={form}
      name="Sign in"
      submitLabel="Sign in"
      onSubmit={(values) => signIn.mutateAsync(values)}
      onDone={() => undefined}
      submitError={signIn.error}
      errorTitle="Not signed in"
      loading={signIn.isPending}
    >
      <TextField
        control={form.control}
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        readOnly={email !== ''}
      />
      <PasswordField control={form.control} name="password" label="Password" autoComplete="current-password" />
    </FormShell>
  );
}
