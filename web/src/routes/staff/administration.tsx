import { createLazyRoute, getRouteApi, useNavigate } from '@tanstack/react-router';
import { AdministrationScreen } from '@/features/administration/administration-screen';

export const Route = createLazyRoute('/equipe/administration')({ component: Administration });

const route = getRouteApi('/equipe/administration');

function Administration() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <AdministrationScreen
      search={search}
      onSearch={(wanted) =>
        void navigate({ to: '/equipe/administration', search: wanted, replace: true, resetScroll: false })
      }
    />
  );
}
