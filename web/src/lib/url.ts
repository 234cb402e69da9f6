/** Where signing in would lead round in circles. */
const ARRIVAL = /^\/(connexion|acces)(\/|$)/;

/** What one browser or another reads as the beginning of another site's address, or as nothing at all. */
const AWAY = /^\/[/\\]|[\\\p{Cc}]/u;

/**
 * A path of this app to come back to; never another site's address, whatever the link says. It is judged as it is written, as a browser
 * reads it (which walks up at every "..") and with its percent signs resolved.
 */
export function isOwnPath(value: unknown): value is string {
  if (typeof value !== 'string' || !value.startsWith('/') || AWAY.test(value)) return false;
  try {
    const here = 'https://guichet.invalid';
    const { origin, pathname } = new URL(value, here);
    const path = decodeURIComponent(pathname);
    return origin === here && !AWAY.test(path) && !ARRIVAL.test(path);
  } catch {
    return false;
  }
}

/** Search parameters are plain strings, so that addresses stay readable and a postcode never becomes a number. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** What is empty, off or unset is left out of the address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value);
    if (typeof value === 'number') params.set(name, String(value));
    if (value === true) params.set(name, 'oui');
  }
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
}

/** A parameter's value when it is one of the expected ones. */
export function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((expected) => expected === value);
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

export function isInstant(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** A time on the wall, "09:30". */
export function isClock(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}
