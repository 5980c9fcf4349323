import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Act, ActState } from '#src/api/wire/activity.ts';
import { Badge } from '#src/ui/Badge.tsx';
import { ActDetails } from './ActDetails.tsx';
import classes from './ActList.module.css';
import { stateNames } from './operation-names.ts';
import { SentenceText } from './SentenceText.tsx';
import { type Names, sentenceOf, textOf } from './sentence.ts';

const tones = { done: 'ok', failed: 'bad', unknown: 'warn', pending: 'dim' } as const satisfies Record<
  ActState,
  string
>;
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** One act as a sentence; the whole row opens what is known of it. */
export function ActRow({ act, names }: { act: Act; names: Names }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const parts = sentenceOf(act, names);
  return (
    <li className={classes.row} data-open={open}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={`Details: ${act.person.name} ${textOf(parts)}`}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight aria-hidden size={16} stroke={1.8} />
        </button>
        <div className={classes.text} data-rank="1">
          <p>
            <strong>{act.person.name}</strong> <SentenceText parts={parts} />
          </p>
          {!open && act.message && <p className={classes.message}>{act.message}</p>}
        </div>
        <span className={classes.state}>
          <Badge tone={tones[act.state]}>{stateNames[act.state]}</Badge>
        </span>
        <time className={classes.time} dateTime={act.at}>
          {clock.format(Date.parse(act.at))}
        </time>
      </div>
      {open && (
        <div id={id} className={classes.details}>
          <ActDetails act={act} names={names} />
        </div>
      )}
    </li>
  );
}
