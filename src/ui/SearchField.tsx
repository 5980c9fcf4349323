import classes from './controls.module.css';
import { useTyped } from './use-typed.ts';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

/** Searches as one types. While it has the focus it shows what is typed, however long the list takes to follow. */
export function SearchField({ label, placeholder, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useTyped();
  return (
    <input
      type="search"
      className={classes.input}
      aria-label={label}
      placeholder={placeholder}
      value={typed ?? value}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(currentTarget.value);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
