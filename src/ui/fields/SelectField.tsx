import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';

const chevron = <IconChevronDown aria-hidden size={16} stroke={1.6} />;

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
  return <NativeSelect {...props} {...field} rightSection={chevron} error={fieldState.error?.message} />;
}
