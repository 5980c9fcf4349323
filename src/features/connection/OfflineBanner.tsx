import { onlineManager, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { isUnreachable } from '#src/api/errors.ts';
import classes from './OfflineBanner.module.css';
import { connectionQueries } from './queries.ts';

/** Says that nothing can be read or saved: the device is offline, or the console's server does not answer. */
export function OfflineBanner() {
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  // The badge reads it.
  const { error } = useQuery({ ...connectionQueries.status(), enabled: false });
  const why = online ? isUnreachable(error) && 'The console’s server cannot be reached.' : 'You are offline.';
  return (
    <div role="status">
      {why && (
        <p className={classes.banner}>
          {why} What you see may be out of date, and changes cannot be saved until the connection is back.
        </p>
      )}
    </div>
  );
}
