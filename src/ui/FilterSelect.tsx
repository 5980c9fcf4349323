import classes from './controls.module.css';

interface FilterSelectProps {
  label: string;
  value: string;
  /** value → name; the empty value is "any". */
  options: Readonly<Record<string, string>>;
  onChange: (value: string) => void;
}

export function FilterSelect({ label, value, options, onChange }: FilterSelectProps) {
  return (
    <select
      className={classes.select}
      aria-label={label}
      data-active={value !== ''}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      {Object.entries(options).map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}
