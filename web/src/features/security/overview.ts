import type { SecurityOverview } from '@/generated/types.gen';

/** Nothing but a password and codes by message. */
export function isBare({ authenticatorAppSince, passkeys, recoveryCodesLeft, signOnSince }: SecurityOverview): boolean {
  return (
    [authenticatorAppSince, signOnSince].every((since) => since === undefined) &&
    passkeys.length + recoveryCodesLeft === 0
  );
}

/** Whether nothing but a password and codes by message is left without this one. */
export function isLastMeans(overview: SecurityOverview, without: 'app' | 'passkey'): boolean {
  const { authenticatorAppSince, passkeys, recoveryCodesLeft } = overview;
  const others =
    without === 'app' ? passkeys.length : passkeys.length - 1 + (authenticatorAppSince === undefined ? 0 : 1);
  return others === 0 && recoveryCodesLeft === 0;
}
