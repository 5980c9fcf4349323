import { useEffect, useState } from 'react';

const minute = 60_000;

/** The time, as epoch milliseconds: read anew at the start of every minute, and when the window is looked at again. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const read = () => setNow(Date.now());
    const timer = setTimeout(read, minute - (now % minute));
    document.addEventListener('visibilitychange', read);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [now]);
  return now;
}
