const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A change carries the token that the server left in a cookie; signing in replaces it. */
export function carryToken(request: Request): void {
  const token = csrfToken();
  if (token !== undefined && !safe.has(request.method)) request.headers.set('X-XSRF-TOKEN', token);
}

/** What proves that one of our pages sends a request; `undefined` before the server was first asked who is here. */
export function csrfToken(): string | undefined {
  // Over TLS the cookie has a prefix by which browsers know that this host set it.
  return cookie('__Host-XSRF-TOKEN') ?? cookie('XSRF-TOKEN');
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}
