import { createLazyRoute, getRouteApi } from '@tanstack/react-router';
import { LinkScreen } from '@/features/identity/link-screen';
import { omit } from '@/lib/omit';
import { useSession } from '@/lib/session';
import { useArrival } from '../arrival';

export const Route = createLazyRoute('/open/connexion/relier')({ component: LinkAccounts });

const route = getRouteApi('/open/connexion/relier');

function LinkAccounts() {
  const { suite } = route.useSearch();
  const session = useSession();
  const arrived = useArrival(suite);
  return <LinkScreen onLeave={() => void arrived(omit(session, 'signOnToLink'))} />;
}
