import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '#src/lib/format.ts';
import { useQuiet } from '#src/lib/use-quiet.ts';
import classes from './ConnectionBadge.module.css';
import { connectionQueries } from './queries.ts';

const names = { sandbox: 'Sandbox', live: 'CallPage' };

/** Which CallPage stands behind the console, whether it answers, and how fast. */
export function ConnectionBadge() {
  const quiet = useQuiet();
  const { data, isError, refetch, isFetching } = useQuery({ ...connectionQueries.status(), enabled: quiet });
  if (isError) {
    return (
      <div className={classes.badge} role="status">
        <span className={classes.dot} data-state="down" />
        <strong>No connection</strong>
        <button type="button" className={classes.retry} disabled={isFetching} onClick={() => void refetch()}>
          {isFetching ? 'Checking…' : 'Check again'}
        </button>
      </div>
    );
  }
  return (
    <div className={classes.badge} role="status" aria-label="Connection">
      <span className={classes.dot} data-state={data ? 'up' : 'unknown'} />
      <strong>{data ? names[data.upstream] : 'Connecting…'}</strong>
      {data && <span className={classes.latency}>{formatNumber(data.milliseconds)} ms</span>}
      {data?.greeting && <span className={classes.greeting}>{data.greeting}</span>}
    </div>
  );
}
