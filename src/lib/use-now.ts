import { useEffect, useState } from 'react';
import { onServerClockSet, serverNow } from './server-clock.ts';

const minute = 60_000;

/** Milliseconds. */
const untilNextMinute = () => minute - (serverNow() % minute);

/**
 * Of a query on which it hangs what is true now: read again at the start of every minute, when hours begin and end, and
 * when the window is looked at again.
 */
export const readEveryMinute = { staleTime: minute / 6, refetchInterval: untilNextMinute };

/** The server's time, as epoch milliseconds: read anew at the start of every minute, and when the window is looked at again. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const read = () => setNow(serverNow());
    const timer = setTimeout(read, minute - (now % minute));
    const stop = onServerClockSet(read);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearTimeout(timer);
      stop();
      document.removeEventListener('visibilitychange', read);
    };
  }, [now]);
  return now;
}
