import { Skeleton } from '#src/ui/Skeleton.tsx';
import classes from './Figure.module.css';

/** A figure of the same shape as the one that is on its way. */
export function FigureSkeleton({ label, height = '44px' }: { label: string; height?: string }) {
  return (
    <div role="status" aria-label={label} className={classes.figure}>
      <Skeleton width="60%" height="1rem" />
      <Skeleton height={height} />
      <Skeleton width="90%" />
      <Skeleton width="80%" />
    </div>
  );
}
