import { type ComponentType, lazy, Suspense, useSyncExternalStore } from 'react';
import { useQuiet } from '#src/lib/use-quiet.ts';
import classes from './list.module.css';

export interface Notice {
  title: string;
  message: string;
  /** What can be done about it from here, such as Undo. The notice then stays until it is used or closed. */
  action?: { label: string; run: () => void };
}

const load = () => import('./NotificationRegion.tsx');
const Region = lazy<ComponentType>(() => load().catch(() => ({ default: () => null })));

/** The last notice whose region could not be loaded: the connection is gone, and still it has to be said. */
let plain: Notice | undefined;
const listeners = new Set<() => void>();

async function show(tone: 'error' | 'success', notice: Notice) {
  try {
    const { showNotification } = await load();
    showNotification(tone, notice);
  } catch {
    plain = notice;
    for (const listener of listeners) listener();
  }
}

export const notify = {
  /** Stays until it is closed: a failure that vanishes by itself is a failure nobody saw. */
  error: (notice: Notice) => void show('error', notice),
  success: (notice: Notice) => void show('success', notice),
};

/** Where notifications appear. Its code comes once the page's own requests are answered. */
export function NotificationRegion() {
  const quiet = useQuiet();
  const unstyled = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => plain,
  );
  return (
    <>
      <Suspense>{quiet && <Region />}</Suspense>
      {unstyled && (
        <p role="alert" className={classes.partial}>
          {unstyled.title}: {unstyled.message}
        </p>
      )}
    </>
  );
}
