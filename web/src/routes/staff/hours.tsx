import { createLazyRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBranchDay } from '@/components/staff/use-branch';
import { HoursScreen } from '@/features/branch-hours/hours-screen';
import { ForBranch } from './branch-choice';

export const Route = createLazyRoute('/equipe/horaires')({ component: Hours });

const route = getRouteApi('/equipe/horaires');

function Hours() {
  const { t } = useTranslation('branch-hours');
  const { agence } = route.useSearch();
  const navigate = useNavigate();
  return (
    <ForBranch
      named={agence}
      title={t('title')}
      onName={(id) => void navigate({ to: '/equipe/horaires', search: { agence: id } })}
    >
      {(branchId, picker) => <InBranch key={branchId} branchId={branchId} picker={picker} />}
    </ForBranch>
  );
}

function InBranch({ branchId, picker }: { branchId: string; picker: ReactNode }) {
  const { agence } = route.useSearch();
  const { today } = useBranchDay(branchId);
  return (
    <HoursScreen
      branchId={branchId}
      today={today}
      before={picker}
      actionLink={(children) => (
        <Link to="/equipe/a-traiter" search={agence === undefined ? {} : { agence }}>
          {children}
        </Link>
      )}
    />
  );
}
