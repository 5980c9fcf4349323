import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { passwordLength } from '#src/api/wire/session.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { PasswordField } from '#src/ui/fields/PasswordField.tsx';
import { atField, isWrongPassword, passwordFormSchema } from './password-values.ts';
import { useChangePassword } from './queries.ts';

interface PasswordFormProps {
  /** Tells password managers whose password it is. */
  email: string;
  /** In the sandbox, where some people have no password. */
  demo: boolean;
  onDone: () => void;
}

export function PasswordForm({ email, demo, onDone }: PasswordFormProps) {
  const form = useForm({
    resolver: zodResolver(passwordFormSchema),
    defaultValues: { current_password: '', new_password: '' },
  });
  const { mutateAsync, error, isPending } = useChangePassword();
  return (
    <FormShell
      form={form}
      name="Password"
      submitLabel="Change password"
      onSubmit={(values) =>
        mutateAsync(values).catch((error: unknown) => {
          throw isWrongPassword(error) ? atField(error, demo) : error;
        })
      }
      onDone={onDone}
      // A wrong password stands at its field.
      submitError={isWrongPassword(error) ? null : error}
      errorTitle="Not changed"
      loading={isPending}
    >
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        control={form.control}
        name="current_password"
        label="Current password"
        autoComplete="current-password"
        withAsterisk
      />
      <PasswordField
        control={form.control}
        name="new_password"
        label="New password"
        description={`${passwordLength.min} characters or more. Your other sessions end; this one goes on.`}
        autoComplete="new-password"
        withAsterisk
      />
    </FormShell>
  );
}
