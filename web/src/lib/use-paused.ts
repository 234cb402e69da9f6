import { useEffect, useState } from 'react';

const PAUSE = 250;

/** What is being typed, once the typing pauses: one question per word instead of one per letter. */
export function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
