import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { addRange, switchDay } from '#src/domain/business-hours/edit.ts';
import { weekdays } from '#src/domain/business-hours/week.ts';
import { Switch } from '#src/ui/Switch.tsx';
import { CopyDay } from './CopyDay.tsx';
import classes from './hours.module.css';
import { RangeFields } from './RangeFields.tsx';
import type { HoursEditor } from './use-hours-editor.ts';

/** One day: on or off, its ranges, and what can be done with the day as a whole. */
export function DayHours({ day, editor }: { day: number; editor: HoursEditor }) {
  const id = useId();
  const { week } = editor;
  const { on, ranges } = week.days[day] ?? { on: false, ranges: [] };
  const name = weekdays[day] ?? '';
  return (
    <fieldset className={classes.day} aria-label={name}>
      <div className={classes.name}>
        <Switch
          id={id}
          data-focus={`${day}-switch`}
          checked={on}
          onChange={({ currentTarget }) => editor.change(switchDay(week, day, currentTarget.checked))}
        />
        <label htmlFor={id}>{name}</label>
      </div>
      <div className={classes.ranges}>
        {on ? (
          ranges.map((range, index) => (
            // A range has no name of its own: it is the second of its day, whatever becomes of the others.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <RangeFields key={index} day={day} index={index} range={range} editor={editor} />
          ))
        ) : (
          <span className={classes.off}>Not called</span>
        )}
      </div>
      <div className={classes.actions}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus aria-hidden size={14} stroke={2} />}
          aria-label={`Add hours on ${name}`}
          onClick={() => {
            const next = addRange(week, day);
            editor.change(next, { focus: `${day}-${(next.days[day]?.ranges.length ?? 1) - 1}-start` });
          }}
          data-focus={`${day}-add`}
        >
          Add
        </Button>
        <CopyDay day={day} editor={editor} />
      </div>
    </fieldset>
  );
}
