import { queryOptions, useMutation, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { getSession, signOut } from '@/generated/sdk.gen';
import type { Account, Session } from '@/generated/types.gen';
import { changeLanguage } from './i18n/i18n';
import { isLanguage } from './i18n/language';
import { ACTIVITY, keeper } from './presence/presence';
import { serverTimeIs } from './time/clock';

export type Role = Account['roles'][number];

/** Who is here. Asked once at the start (which also brings the CSRF cookie), then after each sign-in and sign-out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ client, signal }) => {
    const { data } = await getSession({ signal, headers: { [ACTIVITY]: 'none' } });
    await settle(data);
    // A page whose reader is gone waits for him, made as it was for him.
    const before = client.getQueryData<Session>(['session']);
    return keeper.presence.state === 'gone' && before !== undefined ? before : data;
  },
  staleTime: 5 * 60_000,
  gcTime: Infinity,
});

/** The account's language wins over the browser's, and the server's clock over the visitor's. */
async function settle(session: Session) {
  serverTimeIs(session.now);
  keeper.heard(session);
  const language = session.account?.language;
  if (isLanguage(language)) await changeLanguage(language);
}

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** The same reader, for longer or with a factor proven anew. */
export async function sessionGoesOn(client: QueryClient, session: Session): Promise<void> {
  await client.cancelQueries({ queryKey: sessionQuery.queryKey });
  await settle(session);
  client.setQueryData(sessionQuery.queryKey, session);
}

/** After a sign-in or another language. What is on screen stays there while it is asked again for this reader. */
export async function sessionIs(client: QueryClient, session: Session): Promise<void> {
  await sessionGoesOn(client, session);
  await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}

/**
 * Signs out and goes on to a fresh page, so that nothing of the reader before stays in memory: that of the bank's sign-on, to sign out
 * there too, for those who had come by it.
 */
export function useSignOut() {
  return useMutation({
    mutationFn: async () => (await signOut()).data,
    onSuccess: ({ continueAt }) => keeper.signedOut(continueAt),
  });
}

export function isStaff(session: Session): boolean {
  return session.account?.roles.some((role) => role !== 'CUSTOMER') ?? false;
}

export function isCustomer(session: Session): boolean {
  return session.account?.customerId !== undefined;
}
