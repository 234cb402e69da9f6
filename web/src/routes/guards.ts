import { redirect } from '@tanstack/react-router';
import { isRefusal, type Reason } from '@/features/identity/reasons';
import { Problem } from '@/lib/api/problems';
import { may, type Right } from '@/lib/rights';
import { isCustomer, isStaff, sessionQuery } from '@/lib/session';
import { homeOf } from './home-of';
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

interface SignInArrival {
  context: RouterContext;
  search: { suite?: string; raison?: Reason };
}

/** Whoever is signed in already has nothing to do on the sign-in page, but may have been sent there from the bank's sign-on. */
export async function requireStranger({ context, search: { suite, raison } }: SignInArrival): Promise<void> {
  const session = await context.client.query({ ...sessionQuery, staleTime: 'static' });
  if (!session.signedIn) return;
  const home = suite ?? homeOf(session);
  if (session.signOnToLink !== undefined)
    throw redirect({ to: '/connexion/relier', search: { suite: home }, replace: true });
  if (raison !== undefined && isRefusal(raison))
    throw redirect({ to: '/retour', search: { suite: home, raison }, replace: true });
  throw redirect({ href: home, replace: true });
}

/** There is somebody here, and somebody from the bank's sign-on, to be linked. */
export async function requireTwoToLink({ context, search: { suite } }: SignInArrival): Promise<void> {
  const session = await context.client.query({ ...sessionQuery, staleTime: 'static' });
  if (!session.signedIn) throw redirect({ to: '/connexion', search: suite === undefined ? {} : { suite } });
  if (session.signOnToLink === undefined) throw redirect({ href: suite ?? homeOf(session), replace: true });
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
