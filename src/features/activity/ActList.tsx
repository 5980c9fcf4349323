import { useId } from 'react';
import type { Act } from '#src/api/wire/activity.ts';
import { useNow } from '#src/lib/use-now.ts';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import classes from './ActList.module.css';
import { ActRow } from './ActRow.tsx';
import { byDay, dayInWords } from './by-day.ts';
import { useNames } from './use-names.ts';

interface ActListProps {
  /** The list's name, for those who do not see it. */
  label: string;
  acts: readonly Act[];
}

/** Acts under the days on which they began, each to be opened. */
export function ActList({ label, acts }: ActListProps) {
  const id = useId();
  const now = useNow();
  const names = useNames(acts);
  return (
    <section aria-label={label}>
      {byDay(acts).map(({ day, acts: ofDay }) => (
        <section key={day} className={classes.day} aria-labelledby={id + day}>
          <h2 id={id + day}>{dayInWords(day, now)}</h2>
          {/* Safari takes the list out of what it reads aloud where the numbers are styled away. */}
          {/* biome-ignore lint/a11y/noRedundantRoles: for Safari */}
          <ol role="list">
            {ofDay.map((act) => (
              <ActRow key={act.id} act={act} names={names} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

const widths = ['52%', '64%', '38%', '58%', '46%', '70%', '42%', '55%'];

/** A list of the same shape as the one that is on its way. */
export function ActListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className={classes.day}>
      <div className={classes.dayBar}>
        <Skeleton width="4rem" />
      </div>
      {widths.map((width) => (
        <div key={width} className={classes.row}>
          <div className={classes.head}>
            <span />
            <span className={classes.text}>
              <Skeleton width={width} />
            </span>
            <span className={classes.state}>
              <Skeleton width="3.5rem" />
            </span>
            <span className={classes.time}>
              <Skeleton width="2.5rem" />
            </span>
          </div>
        </div>
      ))}
    </div>
  );
}
