import { formatNumber } from '#src/lib/format.ts';
import classes from './list.module.css';

interface StatusFilterProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; name: string; figure: number }[];
  onChange: (value: Value) => void;
}

/** Statistics of a list, each figure a filter. */
export function StatusFilter<Value extends string>({ label, value, options, onChange }: StatusFilterProps<Value>) {
  return (
    <fieldset className={classes.status} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={value === option.value}
          onClick={() => onChange(option.value)}
        >
          {option.name} <span>{formatNumber(option.figure)}</span>
        </button>
      ))}
    </fieldset>
  );
}
