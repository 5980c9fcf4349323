import controls from './controls.module.css';
import classes from './DayField.module.css';

interface DayFieldProps {
  label: string;
  /** `YYYY-MM-DD`, or empty for none. */
  value: string;
  /** The days between which it lies, where there are any. */
  min?: string | undefined;
  max?: string | undefined;
  onChange: (day: string) => void;
}

/** A day of a filter: the browser's own date input, which every keyboard and screen reader knows. */
export function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  return (
    <label className={classes.field} data-active={value !== ''}>
      {label}
      <input
        type="date"
        className={controls.input}
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
