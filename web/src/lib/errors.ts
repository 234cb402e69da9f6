import { isPassing, isProblem, isUnreachable } from './api/problems';

/** Which of the few things a reader can do about a failure. */
export type FailureKind = 'offline' | 'away' | 'missing' | 'forbidden' | 'refused' | 'broken';

export function kindOf(error: unknown): FailureKind {
  if (isUnreachable(error)) return navigator.onLine ? 'away' : 'offline';
  // Guichet answers: it is the bank's sign-on that does not.
  if (isProblem(error) && error.is('sign-on-unavailable')) return 'refused';
  if (isPassing(error)) return 'away';
  if (!isProblem(error)) return 'broken';
  if (error.status === 404) return 'missing';
  if (error.status === 403 && !error.is('confirmation-required', 'local-sign-in-closed')) return 'forbidden';
  return error.status < 500 ? 'refused' : 'broken';
}
