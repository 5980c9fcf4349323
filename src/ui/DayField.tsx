import { IconCalendar } from '@tabler/icons-react';
import { useId, useMemo, useRef, useState } from 'react';
import { firstDay, lastDay } from '#src/lib/days.ts';
import { dayFormatOf, readDay } from '#src/lib/typed-day.ts';
import controls from './controls.module.css';
import classes from './DayField.module.css';
import { useTyped } from './use-typed.ts';

interface DayFieldProps {
  label: string;
  /** `YYYY-MM-DD`, or empty for none. */
  value: string;
  /** `typing` where it corrects what was given a moment before, without the field having been left. */
  onChange: (day: string, options: { typing: boolean }) => void;
}

/**
 * A day of a filter, typed as it is written where the reader is, or chosen in the browser's own calendar. What is typed
 * stays text until it is a whole day: a native field would give a day of the year 2 at the first digit of 2026.
 */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const format = useMemo(() => dayFormatOf(), []);
  const [typed, setTyped] = useTyped();
  const [problem, setProblem] = useState<string>();
  const [focused, setFocused] = useState(false);
  /** What it gave since it got the focus, which the address may not have yet. */
  const given = useRef<string>(undefined);
  const id = useId();

  /** Whether what is typed says this day and no more. */
  const isOf = (day: string) => {
    const read = typed === undefined ? undefined : readDay(typed, format);
    return typeof read === 'object' && read.day === day;
  };
  const [former, setFormer] = useState(value);
  if (value !== former) {
    setFormer(value);
    // A preset, or filters that were cleared. Whoever is in the middle of typing is not disturbed.
    if (!focused || isOf(former)) setTyped(undefined);
    setProblem(undefined);
  }

  const give = (day: string) => {
    if (day === value && (given.current ?? value) === value) return;
    onChange(day, { typing: given.current !== undefined });
    given.current = day;
  };
  const type = (input: HTMLInputElement) => {
    setTyped(input.value);
    setProblem(undefined);
    const read = readDay(input.value, format);
    // In the middle of a text the day is being corrected: it is whole once the field is left.
    const isAtEnd = input.selectionStart === input.value.length;
    if (typeof read !== 'string' && read.whole && isAtEnd) give(read.day);
  };
  const settle = () => {
    if (typed === undefined) return;
    const read = readDay(typed, format);
    if (typeof read === 'string') return setProblem(read);
    give(read.day);
    setTyped(read.day && format.format(read.day));
  };

  return (
    <div className={classes.field} data-active={value !== ''}>
      <label htmlFor={id}>{label}</label>
      <span className={classes.box}>
        <input
          id={id}
          className={controls.input}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          placeholder={format.hint}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem && `${id}-problem`}
          value={typed ?? (value && format.format(value))}
          onFocus={() => {
            given.current = undefined;
            setFocused(true);
          }}
          onChange={({ currentTarget }) => type(currentTarget)}
          onBlur={() => {
            setFocused(false);
            settle();
          }}
          onKeyDown={({ key }) => {
            if (key === 'Enter') settle();
            if (key === 'Escape') {
              setTyped(undefined);
              setProblem(undefined);
            }
          }}
        />
        <Calendar label={label} value={value} onChange={(day) => onChange(day, { typing: false })} />
      </span>
      {problem && (
        <span id={`${id}-problem`} role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}

/** The browser's own calendar, as every phone and screen reader knows it. */
function Calendar({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const native = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={classes.open}
        aria-label={`${label}: choose in a calendar`}
        onClick={() => native.current?.showPicker()}
      >
        <IconCalendar aria-hidden size={16} stroke={1.6} />
      </button>
      <input
        ref={native}
        type="date"
        className={classes.native}
        tabIndex={-1}
        aria-hidden
        min={firstDay}
        max={lastDay}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </>
  );
}
