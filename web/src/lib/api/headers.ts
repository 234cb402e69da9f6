/** `If-Match` for the version that the reader has before his eyes. */
export function ifMatch(resource: { version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${resource.version}"` };
}

const PREFIX = 'guichet.intent.';
const memory = new Map<string, string>();

/**
 * One key for one intent ("book this hold"): a double click, a retry or a reload sends the same key, so the server
 * does the thing once and gives the first answer again. Call `forgetIntent` when the intent is settled.
 */
export function idempotencyKey(intent: string): { 'Idempotency-Key': string } {
  const known = memory.get(intent) ?? readStored(intent);
  const key = known ?? randomKey();
  memory.set(intent, key);
  if (known === undefined) store(intent, key);
  return { 'Idempotency-Key': key };
}

export function forgetIntent(intent: string): void {
  memory.delete(intent);
  try {
    sessionStorage.removeItem(PREFIX + intent);
  } catch {
    // Nothing was stored.
  }
}

function readStored(intent: string): string | undefined {
  try {
    return sessionStorage.getItem(PREFIX + intent) ?? undefined;
  } catch {
    return undefined;
  }
}

function store(intent: string, key: string) {
  try {
    sessionStorage.setItem(PREFIX + intent, key);
  } catch {
    // The key lives in memory until the page is closed.
  }
}

/** Not `crypto.randomUUID`: that one is missing when a branch serves the app without TLS inside its own network. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
