/** A path of this app to come back to; never another site's address, whatever the link says. */
export function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/connexion');
}
