import { useState } from 'react';

export type Finding = 'idle' | 'asking' | 'denied' | 'unavailable';

/** Where the visitor is, kept in memory for this visit only: never stored, never in the address. */
let known: string | undefined;

export function knownPosition(): string | undefined {
  return known;
}

/** Asks the browser once, on the visitor's own act. A refusal is an answer like another. */
export function usePosition(onFound: () => void) {
  const [finding, setFinding] = useState<Finding>('idle');
  const ask = () => {
    if (!('geolocation' in navigator)) {
      setFinding('unavailable');
      return;
    }
    setFinding('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // Three decimals are some hundred metres: enough to sort branches, not to know a door.
        known = `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`;
        setFinding('idle');
        onFound();
      },
      (error) => setFinding(error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'),
      { timeout: 8_000, maximumAge: 5 * 60_000 },
    );
  };
  return { finding, ask, dismiss: () => setFinding('idle') };
}
