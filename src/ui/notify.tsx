import { lazy, Suspense, useSyncExternalStore } from 'react';

interface Notice {
  title: string;
  message: string;
}

const Region = lazy(() => import('./NotificationRegion.tsx'));

let wanted = false;
const listeners = new Set<() => void>();

async function show(tone: 'error' | 'success', notice: Notice) {
  wanted = true;
  for (const listener of listeners) listener();
  const { showNotification } = await import('./NotificationRegion.tsx');
  showNotification(tone, notice);
}

export const notify = {
  /** Stays until it is closed: a failure that vanishes by itself is a failure nobody saw. */
  error: (notice: Notice) => void show('error', notice),
  success: (notice: Notice) => void show('success', notice),
};

/** Where notifications appear. Its code is loaded with the first of them. */
export function NotificationRegion() {
  const ready = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted,
  );
  return <Suspense>{ready && <Region />}</Suspense>;
}
