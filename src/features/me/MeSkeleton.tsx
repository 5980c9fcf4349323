import { Skeleton } from '#src/ui/Skeleton.tsx';
import classes from './me.module.css';

/** A page of the same shape as the one that is on its way. */
export function MeSkeleton() {
  return (
    <div className={classes.page} role="status" aria-label="Loading your widgets">
      <NowSkeleton />
      <div className={classes.widgets}>
        {['62%', '48%'].map((width) => (
          <div key={width} className={classes.widget}>
            <div className={classes.head}>
              <Skeleton width={width} height="1rem" />
              <Skeleton width="3.375rem" height="2rem" />
            </div>
            <p>
              <Skeleton width="75%" />
            </p>
            <p>
              <Skeleton width="55%" />
            </p>
            <Skeleton height="2.25rem" />
          </div>
        ))}
      </div>
    </div>
  );
}

export function NowSkeleton() {
  return (
    <div className={classes.now}>
      <p className={classes.state}>
        <Skeleton width="10rem" height="1.125rem" />
      </p>
      <p>
        <Skeleton width="80%" />
      </p>
      <p>
        <Skeleton width="45%" />
      </p>
    </div>
  );
}
