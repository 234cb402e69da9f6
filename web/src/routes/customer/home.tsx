import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { BranchSearch } from '@/features/branches/branch-search';
import { sessionQuery } from '@/lib/session';

export const Route = createLazyRoute('/customer/')({ component: Home });

const route = getRouteApi('/customer/');

/** Only those who are signed in have visits and a branch of their own; visitors do not fetch that part. */
const Welcome = lazy(() => import('./welcome'));

function Home() {
  const { t } = useTranslation('branches');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const customerId = session?.account?.customerId;
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      {customerId !== undefined && (
        <Suspense>
          <Welcome customerId={customerId} />
        </Suspense>
      )}
      <BranchSearch
        search={search}
        onSearch={(wanted) => void navigate({ search: wanted, replace: true, resetScroll: false })}
      />
    </Page>
  );
}
