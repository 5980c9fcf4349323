import { useId } from 'react';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { Switch } from '#src/ui/Switch.tsx';
import classes from './SwitchField.module.css';

interface SwitchFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, boolean>> {
  control: Control<Values, unknown, FieldValues>;
  name: Name;
  label: string;
  description: string;
}

export function SwitchField<Values extends FieldValues, Name extends FieldPathByValue<Values, boolean>>({
  control,
  name,
  label,
  description,
}: SwitchFieldProps<Values, Name>) {
  const { value, ...field } = useController({ control, name }).field;
  const id = useId();
  return (
    <div className={classes.field}>
      <Switch {...field} id={id} aria-describedby={`${id}-description`} checked={value} />
      <div>
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
        <span id={`${id}-description`} className={classes.description}>
          {description}
        </span>
      </div>
    </div>
  );
}
