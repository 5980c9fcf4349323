import { useEffect, useState } from 'react';

/**
 * What a person types into a field that the address controls. It stands in place of the address's own value, however
 * long that takes to follow; undefined for nothing typed. Back and Forward bring another address, and forget it.
 */
export function useTyped() {
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    const forget = () => setTyped(undefined);
    window.addEventListener('popstate', forget);
    return () => window.removeEventListener('popstate', forget);
  }, []);
  return [typed, setTyped] as const;
}
