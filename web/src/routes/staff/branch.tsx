import { createLazyRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBranchDay } from '@/components/staff/use-branch';
import { BranchScreen } from '@/features/branch-day/branch-screen';
import { ForBranch } from './branch-choice';

export const Route = createLazyRoute('/equipe/agence')({ component: Branch });

const route = getRouteApi('/equipe/agence');

function Branch() {
  const { t } = useTranslation('branch-day');
  const { agence, ...search } = route.useSearch();
  const navigate = useNavigate();
  return (
    <ForBranch
      named={agence}
      title={t('title')}
      onName={(id) => void navigate({ to: '/equipe/agence', search: { ...search, agence: id } })}
    >
      {(branchId, picker) => <Day key={branchId} branchId={branchId} picker={picker} />}
    </ForBranch>
  );
}

function Day({ branchId, picker }: { branchId: string; picker: ReactNode }) {
  const { agence, ...search } = route.useSearch();
  const navigate = useNavigate();
  const { branch, today } = useBranchDay(branchId);
  const named = agence === undefined ? {} : { agence };
  return (
    <BranchScreen
      branchId={branchId}
      name={branch?.name}
      today={today}
      search={search}
      before={picker}
      onSearch={(change) =>
        void navigate({
          to: '/equipe/agence',
          search: { ...change, ...named },
          replace: change.jour === search.jour,
          resetScroll: false,
        })
      }
      onBook={({ adviserId, date, time }) =>
        void navigate({
          to: '/equipe/reserver',
          search: { ...named, conseiller: adviserId, jour: date, heure: time },
        })
      }
      adviserLink={(conseiller, jour, children) => (
        <Link to="/equipe/journee" search={{ conseiller, jour }}>
          {children}
        </Link>
      )}
      actionLink={(children) => (
        <Link to="/equipe/a-traiter" search={named}>
          {children}
        </Link>
      )}
    />
  );
}
