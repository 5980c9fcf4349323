import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { problemsOf, type RangeProblem } from '#src/domain/business-hours/problems.ts';
import type { Week } from '#src/domain/business-hours/week.ts';

interface Step {
  /** The `data-focus` of what has the focus afterwards. */
  focus?: string;
  /** What was done, where it overwrote something: it can be undone until the next change. */
  done?: string;
}

export interface HoursEditor {
  week: Week;
  problems: readonly RangeProblem[];
  /** A change that is whole. */
  change: (week: Week, step?: Step) => void;
  /** A keystroke in a time. */
  type: (week: Week) => void;
  /** The person left the time that was typed in. */
  settle: (week: Week) => void;
  undo: { done: string; restore: () => void } | undefined;
}

const keyOf = ({ day, index }: RangeProblem) => `${day}-${index}`;

/** The state around a week that is edited: which problems are told, what can be undone, where the focus goes. */
export function useHoursEditor(
  week: Week,
  onChange: (week: Week) => void,
  root: RefObject<HTMLElement | null>,
): HoursEditor {
  // While a time is half typed, nothing new is called wrong: only what was told before stays until it is right.
  const [told, setTold] = useState<ReadonlySet<string>>();
  const [last, setLast] = useState<{ done: string; week: Week }>();
  const focus = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (focus.current === undefined) return;
    const target = root.current?.querySelector(`[data-focus="${focus.current}"]`);
    if (target instanceof HTMLElement) target.focus();
    focus.current = undefined;
  });

  const problems = problemsOf(week).filter((problem) => !told || told.has(keyOf(problem)));
  const change = (next: Week, step: Step = {}) => {
    focus.current = step.focus;
    setTold(undefined);
    setLast(step.done === undefined ? undefined : { done: step.done, week });
    onChange(next);
  };
  return {
    week,
    problems,
    change,
    type: (next) => {
      if (!told) setTold(new Set(problems.map(keyOf)));
      setLast(undefined);
      onChange(next);
    },
    settle: (next) => {
      setTold(undefined);
      if (JSON.stringify(next) !== JSON.stringify(week)) onChange(next);
    },
    undo: last && { done: last.done, restore: () => change(last.week, { focus: 'presets' }) },
  };
}
