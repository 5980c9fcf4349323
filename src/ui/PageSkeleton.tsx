import { Skeleton } from './Skeleton.tsx';

/** What a page shows while its code loads. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading">
      <p style={{ margin: '0 0 1.5rem' }}>
        <Skeleton width="10rem" height="1.5rem" />
      </p>
      {['90%', '75%', '82%', '60%'].map((width) => (
        <p key={width}>
          <Skeleton width={width} />
        </p>
      ))}
    </div>
  );
}
