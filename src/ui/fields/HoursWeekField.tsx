import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import type { Week } from '#src/domain/business-hours/week.ts';
import { HoursField } from '#src/ui/hours/HoursField.tsx';

interface HoursWeekFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, Week>> {
  control: Control<Values, unknown, FieldValues>;
  name: Name;
}

export function HoursWeekField<Values extends FieldValues, Name extends FieldPathByValue<Values, Week>>(
  props: HoursWeekFieldProps<Values, Name>,
) {
  const { field, fieldState } = useController(props);
  return <HoursField ref={field.ref} value={field.value} onChange={field.onChange} error={fieldState.error?.message} />;
}
