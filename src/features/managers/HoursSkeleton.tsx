import { mondayFirst } from '#src/domain/business-hours/week.ts';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import classes from './HoursPage.module.css';

/** A week of the same shape as the one that is on its way. */
export function HoursSkeleton() {
  return (
    <div role="status" aria-label="Loading the hours" className={classes.skeleton}>
      <Skeleton width="18rem" height="2.25rem" />
      {mondayFirst.map((day) => (
        <Skeleton key={day} width="min(34rem, 100%)" height="2.25rem" />
      ))}
    </div>
  );
}
