import { useEffect, useState } from 'react';

let skew = 0;

/** The server tells its time; a visitor's computer may be minutes off, and holds last ten. */
export function serverTimeIs(instant: string): void {
  skew = Date.parse(instant) - Date.now();
}

/** Now, as the server sees it, in milliseconds. */
export function now(): number {
  return Date.now() + skew;
}

/** Now, rendered again every `every` milliseconds. */
export function useNow(every: number): number {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setInstant(now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return instant;
}
