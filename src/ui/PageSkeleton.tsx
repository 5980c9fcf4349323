import classes from './list.module.css';
import { Skeleton } from './Skeleton.tsx';

/** What a page shows while its code loads: a heading and lines. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading" className={classes.skeleton}>
      <Skeleton width="10rem" height="1.5rem" />
      {['90%', '75%', '82%', '60%'].map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
