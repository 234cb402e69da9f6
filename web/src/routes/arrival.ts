import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { isPostponed } from '@/features/security/later';
import { isBare } from '@/features/security/overview';
import { getSecurityOptions } from '@/generated/@tanstack/react-query.gen';
import type { Session } from '@/generated/types.gen';
import { isStaff } from '@/lib/session';
import { homeOf } from './home-of';

/** Where somebody goes who has just signed in: what is to be settled first, then the page he was going to. */
export function useArrival(suite: string | undefined): (session: Session) => Promise<void> {
  const router = useRouter();
  const client = useQueryClient();
  const search = suite === undefined ? {} : { suite };
  return async (session) => {
    if (session.signOnToLink !== undefined) {
      await router.navigate({ to: '/connexion/relier', search, replace: true });
      return;
    }
    const staff = isStaff(session);
    const later = session.account !== undefined && isPostponed(session.account.id);
    const bare = !later && (await client.query(getSecurityOptions()).then(isBare, () => false));
    if (bare) {
      await router.navigate({
        to: staff ? '/equipe/securite/protection' : '/securite/protection',
        search,
        replace: true,
      });
    } else {
      router.history.replace(suite ?? homeOf(session));
    }
  };
}
