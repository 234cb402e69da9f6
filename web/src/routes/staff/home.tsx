import { createLazyRoute } from '@tanstack/react-router';
import { Page } from '@/components/page';
import { useSession } from '@/lib/session';

export const Route = createLazyRoute('/equipe/')({ component: Home });

function Home() {
  return <Page title={useSession().account?.displayName ?? ''}>{null}</Page>;
}
