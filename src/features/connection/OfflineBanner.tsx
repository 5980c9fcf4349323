import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import classes from './OfflineBanner.module.css';

export function OfflineBanner() {
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  return (
    <div role="status">
      {!online && (
        <p className={classes.banner}>
          You are offline. What you see may be out of date, and changes cannot be saved until the connection is back.
        </p>
      )}
    </div>
  );
}
