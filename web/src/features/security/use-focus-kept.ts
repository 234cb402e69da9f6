import { useEffect, type RefObject } from 'react';

/** What a part offers to do, but for what stands in its rows. */
const ACTS = ':scope > button, :scope > div > button';

/**
 * A button that opens a form gives way to it, and "Annuler" to the button: the focus would fall into the void. It goes to the field
 * that is marked as the first, else to the heading when there is something to read before anything is filled in, else to the button.
 */
export function useFocusKept(part: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const root = part.current;
    if (root === null) return;
    let last: Element | undefined;
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Element && root.contains(target) ? target : undefined;
    };
    const look = () => {
      if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
      const opened = root.querySelector('form, ol') !== null;
      const first = root.querySelector<HTMLElement>('[data-first]');
      const next = first ?? root.querySelector<HTMLElement>(opened ? 'h2' : ACTS);
      // Nothing yet: it is still being fetched.
      if (next === null) return;
      last = undefined;
      next.focus();
    };
    const changes = new MutationObserver(look);
    document.addEventListener('focusin', note);
    changes.observe(root, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      changes.disconnect();
    };
  }, [part]);
}
