import { useEffect, useState } from 'react';
import classes from './controls.module.css';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

/** Searches as one types. While it has the focus it shows what is typed, however long the list takes to follow. */
export function SearchField({ label, placeholder, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    // Back and Forward bring another search.
    const forget = () => setTyped(undefined);
    window.addEventListener('popstate', forget);
    return () => window.removeEventListener('popstate', forget);
  }, []);
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
