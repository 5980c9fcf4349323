import { useIsFetching } from '@tanstack/react-query';
import { useState } from 'react';

/** True from the first moment that no query is under way: what can wait lets the page's own requests go first. */
export function useQuiet(): boolean {
  const [quiet, setQuiet] = useState(false);
  const busy = useIsFetching({ predicate: () => !quiet }) > 0;
  if (!busy && !quiet) setQuiet(true);
  return quiet;
}
