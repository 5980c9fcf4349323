import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { copyDay } from '#src/domain/business-hours/edit.ts';
import { mondayFirst, weekdays } from '#src/domain/business-hours/week.ts';
import controls from '#src/ui/controls.module.css';
import classes from './hours.module.css';
import type { HoursEditor } from './use-hours-editor.ts';

const working: readonly number[] = [1, 2, 3, 4, 5];

/** Gives other days the hours of this one: some of them, the weekdays, or all. */
export function CopyDay({ day, editor }: { day: number; editor: HoursEditor }) {
  const [opened, setOpened] = useState(false);
  const [to, setTo] = useState<readonly number[]>([]);
  const name = weekdays[day] ?? '';
  const others = mondayFirst.filter((other) => other !== day);
  const open = (value: boolean) => {
    setTo([]);
    setOpened(value);
  };
  const copy = () => {
    open(false);
    const names = new Intl.ListFormat('en').format(
      others.filter((one) => to.includes(one)).map((one) => weekdays[one] ?? ''),
    );
    editor.change(copyDay(editor.week, day, to), { done: `${name} was copied to ${names}.`, focus: `${day}-copy` });
  };
  return (
    <Popover
      opened={opened}
      onChange={open}
      trapFocus
      position="bottom-end"
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`Copy ${name} to other days`}
          data-focus={`${day}-copy`}
          onClick={() => open(!opened)}
        >
          Copy
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Copy ${name} to`}>
        <div className={classes.copy}>
          <strong>Copy {name} to</strong>
          <div className={classes.groups}>
            <Button variant="default" size="compact-sm" onClick={() => setTo(working.filter((one) => one !== day))}>
              Weekdays
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setTo(others)}>
              All days
            </Button>
          </div>
          {others.map((other) => (
            <label key={other}>
              <input
                type="checkbox"
                className={controls.checkbox}
                checked={to.includes(other)}
                onChange={({ currentTarget }) =>
                  setTo(currentTarget.checked ? [...to, other] : to.filter((one) => one !== other))
                }
              />
              {weekdays[other]}
            </label>
          ))}
          <Button size="compact-md" disabled={to.length === 0} onClick={copy}>
            Copy
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
