import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
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
  /** Calls everything wrong that is. */
  tell: () => void;
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
  const pointer = usePointerDown();
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
      pointer.whenUp(() => setTold(undefined));
      if (JSON.stringify(next) !== JSON.stringify(week)) onChange(next);
    },
    tell: () => setTold(undefined),
    undo: last && { done: last.done, restore: () => change(last.week, { focus: 'presets' }) },
  };
}

/**
 * A press on a button leaves the field first. What is told then would move the button away from under the press, so
 * it waits until the press is over.
 */
function usePointerDown() {
  const down = useRef(false);
  const waiting = useRef<() => void>(undefined);
  useEffect(() => {
    const press = () => {
      down.current = true;
    };
    const release = () => {
      down.current = false;
      // The click comes right after the release.
      setTimeout(() => {
        waiting.current?.();
        waiting.current = undefined;
      });
    };
    const events = new AbortController();
    const options = { capture: true, signal: events.signal };
    window.addEventListener('pointerdown', press, options);
    window.addEventListener('pointerup', release, options);
    window.addEventListener('pointercancel', release, options);
    return () => events.abort();
  }, []);
  return {
    whenUp: (act: () => void) => {
      if (down.current) waiting.current = act;
      else act();
    },
  };
}
