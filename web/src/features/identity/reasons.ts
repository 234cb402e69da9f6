/** Why the bank's sign-on let nobody in, as the server says it in an address. */
const REFUSALS = [
  'sign-on-unavailable',
  'sign-on-too-many',
  'sign-on-refused',
  'sign-on-expired',
  'sign-on-unknown',
  'sign-on-closed',
  'sign-on-conflict',
  'sign-on-not-confirmed',
] as const;

export type Refusal = (typeof REFUSALS)[number];

/** Why somebody stands on the sign-in page: not let in, something to be done first, or signed out at the bank as well. */
export const REASONS = [...REFUSALS, 'sign-on-code', 'sign-on-link', 'signed-out'] as const;

export type Reason = (typeof REASONS)[number];

export function isRefusal(reason: Reason): reason is Refusal {
  return REFUSALS.some((refusal) => refusal === reason);
}
