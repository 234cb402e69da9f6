import { CatchBoundary } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Failure } from '@/components/states';
import { useConfirmationAsked } from '@/lib/confirmation';
import { texts } from '@/lib/i18n/i18n';
import { usePresence } from '@/lib/presence/presence';

const load = async () => {
  const [{ SessionDialogs }] = await Promise.all([
    import('@/features/identity/session-dialogs'),
    texts('identity', 'account'),
  ]);
  return { default: SessionDialogs };
};

const Dialogs = lazy(load);

/** Fetched while there is nothing else to do: without a network it would be too late. */
const EARLY = 20_000;

/**
 * Keeps a page and all that was typed in it beyond the end of a session, but shows it to nobody: it is hidden as a whole, dialogs and
 * menus too, until the one it was made for is back.
 */
export function SessionGuard({ children }: { children: ReactNode }) {
  const { state } = usePresence();
  const asked = useConfirmationAsked();
  const hidden = state === 'gone' || state === 'left';
  const somebody = state !== 'nobody';

  useEffect(() => {
    if (!somebody) return;
    const timer = setTimeout(() => void load().catch(() => undefined), EARLY);
    return () => clearTimeout(timer);
  }, [somebody]);

  // What is hidden loses the focus, and what lay over it cannot give it back.
  const page = useRef<HTMLDivElement>(null);
  const focused = useRef<HTMLElement>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && page.current?.contains(target) === true) focused.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (!hidden && document.activeElement === document.body) focused.current?.focus();
  }, [hidden]);

  return (
    <>
      <div ref={page} style={{ display: 'contents', ...(hidden && { visibility: 'hidden' }) }}>
        {children}
      </div>
      {(asked || state === 'warned' || state === 'gone') && (
        <CatchBoundary getResetKey={() => state} errorComponent={({ error }) => <Failure error={error} />}>
          <Suspense>
            <Dialogs />
          </Suspense>
        </CatchBoundary>
      )}
    </>
  );
}
