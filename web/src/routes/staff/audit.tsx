import { createLazyRoute, getRouteApi, useNavigate } from '@tanstack/react-router';
import { AuditScreen } from '@/features/audit/audit-screen';

export const Route = createLazyRoute('/equipe/audit')({ component: Audit });

const route = getRouteApi('/equipe/audit');

function Audit() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <AuditScreen
      search={search}
      onSearch={(wanted) => void navigate({ to: '/equipe/audit', search: wanted, replace: true, resetScroll: false })}
    />
  );
}
