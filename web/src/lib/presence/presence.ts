import { useSyncExternalStore } from 'react';
import { continueSession, getSession } from '@/generated/sdk.gen';
import type { Session } from '@/generated/types.gen';
import { now } from '@/lib/time/clock';
import { SessionKeeper, type News, type Presence } from './keeper';
import { onTouch, watchTouches } from './touches';

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('guichet.session');

const elsewhere = new Set<() => void>();

/** The header of requests that the page makes by itself, with the value "none": they keep no session open. */
export const ACTIVITY = 'Guichet-Activity';

const data = async (answer: Promise<{ data: Session }>) => (await answer).data;

/** The one of this page. */
export const keeper = new SessionKeeper({
  ask: () => data(getSession({ headers: { [ACTIVITY]: 'none' } })),
  stay: () => data(continueSession()),
  tell: (news) => channel?.postMessage(news),
  leave: (page = '/') => window.location.assign(page),
  decidedElsewhere: () => elsewhere.forEach((listener) => listener()),
  now,
});

export function watchPresence(): void {
  watchTouches();
  onTouch(() => keeper.touched());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) keeper.shown();
  });
  // "Back" may bring a page out of the browser's memory as it was.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    if (keeper.presence.state === 'left') window.location.reload();
    else keeper.shown();
  });
  channel?.addEventListener('message', ({ data: news }: MessageEvent<News>) => keeper.news(news));
}

/** Somebody signed in in another tab, while nobody was here. */
export function onSignedInElsewhere(listener: () => void): () => void {
  elsewhere.add(listener);
  return () => elsewhere.delete(listener);
}

export function usePresence(): Presence {
  return useSyncExternalStore(
    (listener) => keeper.watch(listener),
    () => keeper.presence,
  );
}
