import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { editRange, isOvernight, removeRange, tidyRange } from '#src/domain/business-hours/edit.ts';
import type { RangeProblem } from '#src/domain/business-hours/problems.ts';
import { type TypedRange, weekdays } from '#src/domain/business-hours/week.ts';
import controls from '#src/ui/controls.module.css';
import classes from './hours.module.css';
import type { HoursEditor } from './use-hours-editor.ts';

interface RangeFieldsProps {
  day: number;
  index: number;
  range: TypedRange;
  editor: HoursEditor;
}

/** One range: two times to type, and what is wrong with it where it stands. */
export function RangeFields({ day, index, range, editor }: RangeFieldsProps) {
  const { week, problems } = editor;
  const id = useId();
  const problem = problems.find((one) => one.day === day && one.index === index);
  const ranges = week.days[day]?.ranges.length ?? 0;
  const name = ranges > 1 ? `${weekdays[day]}, range ${index + 1}` : `${weekdays[day]}`;
  const notes = [isOvernight(range) && `ends on ${weekdays[(day + 1) % 7]}`, week.timeZone === null && range.timeZone];
  const time = (field: 'start' | 'end') => (
    <input
      className={controls.input}
      aria-label={`${name}: ${field}`}
      aria-invalid={problem && (problem.field === field || problem.field === 'range') ? true : undefined}
      aria-describedby={problem && id}
      data-focus={`${day}-${index}-${field}`}
      autoComplete="off"
      spellCheck={false}
      placeholder={field === 'start' ? '09:00' : '17:00'}
      value={range[field]}
      onChange={({ currentTarget }) => editor.type(editRange(week, day, index, { [field]: currentTarget.value }))}
      onBlur={() => editor.settle(tidyRange(week, day, index))}
      onKeyDown={({ key }) => key === 'Enter' && editor.settle(tidyRange(week, day, index))}
    />
  );
  return (
    <div className={classes.range}>
      <div className={classes.times}>
        {time('start')}
        <span aria-hidden>–</span>
        {time('end')}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          aria-label={`Remove ${name}`}
          onClick={() =>
            editor.change(removeRange(week, day, index), { focus: `${day}-add`, done: `${name} was removed.` })
          }
        >
          <IconTrash aria-hidden size={16} stroke={1.6} />
        </ActionIcon>
        <span className={classes.note}>{notes.filter(Boolean).join(' · ')}</span>
      </div>
      {problem && <Problem id={id} problem={problem} editor={editor} />}
    </div>
  );
}

function Problem({ id, problem, editor }: { id: string; problem: RangeProblem; editor: HoursEditor }) {
  const { day, index, text, fix } = problem;
  return (
    <div className={classes.problem}>
      <span id={id} className={classes.error}>
        {text}
      </span>
      {fix && (
        <Button
          variant="light"
          size="compact-sm"
          onClick={() =>
            editor.change(fix.week, {
              focus: (fix.week.days[day]?.ranges.length ?? 0) > index ? `${day}-${index}-start` : `${day}-add`,
            })
          }
        >
          {fix.label}
        </Button>
      )}
    </div>
  );
}
