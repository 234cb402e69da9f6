import { useSyncExternalStore } from 'react';

let said = { text: '', turn: 0 };
const listeners = new Set<() => void>();

/** Says something to those who listen to the screen instead of looking at it. Keep it to one short sentence. */
export function announce(text: string): void {
  said = { text, turn: said.turn + 1 };
  listeners.forEach((listener) => listener());
}

export function Announcer() {
  const { text, turn } = useSyncExternalStore(watch, () => said);
  // The same sentence twice must be read twice: an invisible character makes it new.
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text === '' ? '' : text + (turn % 2 === 0 ? '' : '\u200b')}
    </div>
  );
}

function watch(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
