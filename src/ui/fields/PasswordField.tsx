import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';

interface PasswordFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, string>>
  extends Omit<PasswordInputProps, 'name' | 'value' | 'onChange' | 'error'> {
  control: Control<Values, unknown, FieldValues>;
  name: Name;
  /** Tells password managers whether to fill in or to propose. */
  autoComplete: 'current-password' | 'new-password';
}

/** A password that can be shown while it is typed. */
export function PasswordField<Values extends FieldValues, Name extends FieldPathByValue<Values, string>>({
  control,
  name,
  ...props
}: PasswordFieldProps<Values, Name>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <PasswordInput
      {...props}
      {...field}
      error={fieldState.error?.message}
      // Mantine leaves it out of this one of its fields.
      aria-invalid={fieldState.invalid || undefined}
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
    />
  );
}
