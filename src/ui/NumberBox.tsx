import { useId } from 'react';
import controls from './controls.module.css';
import classes from './NumberBox.module.css';
import { useTyped } from './use-typed.ts';

interface NumberBoxProps {
  label: string;
  placeholder: string;
  value: string;
  problem: string | undefined;
  onChange: (text: string) => void;
}

/** A number of a filter as it is typed; the text stays, also where it is none. */
export function NumberBox({ label, placeholder, value, problem, onChange }: NumberBoxProps) {
  const [typed, setTyped] = useTyped();
  const id = useId();
  return (
    <div className={classes.box}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={controls.input}
        inputMode="numeric"
        autoComplete="off"
        placeholder={placeholder}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem && `${id}-problem`}
        value={typed ?? value}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          onChange(currentTarget.value.trim());
        }}
        onBlur={() => setTyped(undefined)}
      />
      {problem && (
        <span id={`${id}-problem`} className={classes.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}
