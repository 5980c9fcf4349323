import '#src/ui/styles/mantine.ts';
import { Button } from '@mantine/core';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { flushSync } from 'react-dom';
import { mondayFirst, type Week } from '#src/domain/business-hours/week.ts';
import { DayHours } from './DayHours.tsx';
import classes from './hours.module.css';
import { PresetMenu } from './PresetMenu.tsx';
import { useHoursEditor } from './use-hours-editor.ts';
import { ZoneField } from './ZoneField.tsx';

interface HoursFieldProps {
  value: Week;
  onChange: (week: Week) => void;
  /** What stands in the way of saving, where it was tried. */
  error?: string | undefined;
  ref?: Ref<{ focus: () => void }>;
}

/** A week of business hours to edit. It knows no form library: a value goes in and a changed one comes out. */
export function HoursField({ value, onChange, error, ref }: HoursFieldProps) {
  const root = useRef<HTMLDivElement>(null);
  const editor = useHoursEditor(value, onChange, root);
  useImperativeHandle(ref, () => ({
    focus: () => {
      flushSync(editor.tell);
      root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    },
  }));
  return (
    <div ref={root} className={classes.field}>
      <div className={classes.tools}>
        <ZoneField editor={editor} />
        <PresetMenu editor={editor} />
      </div>
      <div role="status" className={classes.undo}>
        {editor.undo && (
          <>
            {editor.undo.done}
            <Button variant="subtle" size="compact-sm" onClick={editor.undo.restore}>
              Undo
            </Button>
          </>
        )}
      </div>
      <div>
        {mondayFirst.map((day) => (
          <DayHours key={day} day={day} editor={editor} />
        ))}
      </div>
      <p className={classes.hint}>
        Type times as you like: 9, 930, 17.30 or 5pm. An end before the start is on the next day; 24:00 is midnight.
      </p>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
