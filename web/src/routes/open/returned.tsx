import { createLazyRoute, getRouteApi, useRouter } from '@tanstack/react-router';
import { ReturnedScreen } from '@/features/identity/returned-screen';

export const Route = createLazyRoute('/open/retour')({ component: Returned });

const route = getRouteApi('/open/retour');

function Returned() {
  const { suite, raison } = route.useSearch();
  const router = useRouter();
  return (
    <ReturnedScreen reason={raison} onLeave={suite === undefined ? undefined : () => router.history.replace(suite)} />
  );
}
