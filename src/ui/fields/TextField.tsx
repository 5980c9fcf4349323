import { TextInput, type TextInputProps } from '@mantine/core';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';

interface TextFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, string>>
  extends Omit<TextInputProps, 'name' | 'value' | 'onChange' | 'error'> {
  control: Control<Values, unknown, FieldValues>;
  name: Name;
}

export function TextField<Values extends FieldValues, Name extends FieldPathByValue<Values, string>>({
  control,
  name,
  ...props
}: TextFieldProps<Values, Name>) {
  const { field, fieldState } = useController({ control, name });
  return <TextInput {...props} {...field} error={fieldState.error?.message} />;
}
