const RELOADED = 'guichet.reloaded';

/** The installed app, and what happens when a new version replaces the files that this page would still ask for. */
export function keepUpToDate(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
  }
  window.addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || reloadedJustNow()) return;
    event.preventDefault();
    window.location.reload();
  });
}

/** Once a minute at most, so that a file which is really missing does not send the page round in circles. */
function reloadedJustNow(): boolean {
  try {
    const last = Number(sessionStorage.getItem(RELOADED) ?? '0');
    sessionStorage.setItem(RELOADED, String(Date.now()));
    return Date.now() - last < 60_000;
  } catch {
    return true;
  }
}
