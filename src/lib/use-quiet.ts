import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/**
 * True once no query was under way and what it brought has been painted: what can wait lets the page's own requests,
 * and the first rows, go first.
 */
export function useQuiet(): boolean {
  const [quiet, setQuiet] = useState(false);
  const busy = useIsFetching({ predicate: () => !quiet }) > 0;
  useEffect(() => {
    if (busy || quiet) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setQuiet(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [busy, quiet]);
  return quiet;
}
