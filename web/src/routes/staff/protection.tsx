import { createLazyRoute, getRouteApi, useRouter } from '@tanstack/react-router';
import { ProtectionScreen } from '@/features/security/protection-screen';

export const Route = createLazyRoute('/equipe/securite/protection')({ component: Protection });

const route = getRouteApi('/equipe/securite/protection');

function Protection() {
  const { suite } = route.useSearch();
  const router = useRouter();
  return <ProtectionScreen onLeave={() => router.history.push(suite ?? '/equipe')} />;
}
