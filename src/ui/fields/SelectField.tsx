import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';

interface SelectFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, string>>
  extends Omit<NativeSelectProps, 'name' | 'value' | 'onChange' | 'error'> {
  control: Control<Values, unknown, FieldValues>;
  name: Name;
}

export function SelectField<Values extends FieldValues, Name extends FieldPathByValue<Values, string>>({
  control,
  name,
  ...props
}: SelectFieldProps<Values, Name>) {
  const { field, fieldState } = useController({ control, name });
  return <NativeSelect {...props} {...field} error={fieldState.error?.message} />;
}
