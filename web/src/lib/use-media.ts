import { useSyncExternalStore } from 'react';

/** Whether a media query holds now; for what CSS alone cannot decide, such as a panel or a dialog. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
