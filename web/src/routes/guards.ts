import { redirect } from '@tanstack/react-router';
import { Problem } from '@/lib/api/problems';
import { may, type Right } from '@/lib/rights';
import { isCustomer, isStaff, sessionQuery } from '@/lib/session';
import type { RouterContext } from './root';

interface Arrival {
  context: RouterContext;
  location: { href: string };
}

/** For `beforeLoad`: a stranger signs in first and comes back to where he was going. */
export async function requireCustomer({ context, location }: Arrival): Promise<void> {
  const session = await context.client.query({ ...sessionQuery, staleTime: 'static' });
  if (!session.signedIn) throw redirect({ to: '/connexion', search: { suite: location.href } });
  if (!isCustomer(session)) throw redirect({ to: '/equipe' });
}

/** Whoever is signed in already has nothing to do on the sign-in page. */
export async function requireStranger({ context, search }: { context: RouterContext; search: { suite?: string } }) {
  const session = await context.client.query({ ...sessionQuery, staleTime: 'static' });
  if (session.signedIn) throw redirect({ href: search.suite ?? (isStaff(session) ? '/equipe' : '/'), replace: true });
}

export async function requireStaff({ context, location }: Arrival): Promise<void> {
  const session = await context.client.query({ ...sessionQuery, staleTime: 'static' });
  if (!session.signedIn) throw redirect({ to: '/connexion', search: { suite: location.href } });
  if (!isStaff(session)) throw redirect({ to: '/' });
}

/** For screens below the staff's: those who may not use one are told so, as the server would. */
export function requireRight(right: Right) {
  return async ({ context }: Pick<Arrival, 'context'>): Promise<void> => {
    const { account } = await context.client.query({ ...sessionQuery, staleTime: 'static' });
    if (!may(account?.roles, right)) throw new Problem(403, {});
  };
}
