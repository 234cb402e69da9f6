import { createLazyRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBranchDay } from '@/components/staff/use-branch';
import { BookScreen } from '@/features/staff-booking/book-screen';
import { ForBranch } from './branch-choice';

export const Route = createLazyRoute('/equipe/reserver')({ component: Book });

const route = getRouteApi('/equipe/reserver');

function Book() {
  const { t } = useTranslation('staff-booking');
  const { agence } = route.useSearch();
  const navigate = useNavigate();
  return (
    <ForBranch
      named={agence}
      title={t('title')}
      onName={(id) => void navigate({ to: '/equipe/reserver', search: { agence: id } })}
    >
      {(branchId, picker) => <InBranch key={branchId} branchId={branchId} picker={picker} />}
    </ForBranch>
  );
}

function InBranch({ branchId, picker }: { branchId: string; picker: ReactNode }) {
  const { agence, ...search } = route.useSearch();
  const navigate = useNavigate();
  const { zone } = useBranchDay(branchId);
  const staff = useTranslation('staff').t;
  const named = agence === undefined ? {} : { agence };
  return (
    <BookScreen
      branchId={branchId}
      zone={zone}
      search={search}
      before={picker}
      onSearch={(change) =>
        void navigate({ to: '/equipe/reserver', search: { ...change, ...named }, resetScroll: false })
      }
      recordLink={(id) => (
        <>
          {' '}
          <Link to="/equipe/clients/$id" params={{ id }}>
            {staff('customer.record')}
          </Link>
        </>
      )}
      dayLink={(visit, jour, children) => (
        <Link to="/equipe/journee" search={{ conseiller: visit.adviser.id, jour, rdv: visit.id }}>
          {children}
        </Link>
      )}
    />
  );
}
