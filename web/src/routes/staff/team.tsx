import { createLazyRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBranchDay } from '@/components/staff/use-branch';
import { TeamScreen } from '@/features/team/team-screen';
import { ForBranch } from './branch-choice';

export const Route = createLazyRoute('/equipe/conseillers')({ component: Team });

const route = getRouteApi('/equipe/conseillers');

function Team() {
  const { t } = useTranslation('team');
  const { agence } = route.useSearch();
  const navigate = useNavigate();
  return (
    <ForBranch
      named={agence}
      title={t('title')}
      onName={(id) => void navigate({ to: '/equipe/conseillers', search: { agence: id } })}
    >
      {(branchId, picker) => <InBranch key={branchId} branchId={branchId} picker={picker} />}
    </ForBranch>
  );
}

function InBranch({ branchId, picker }: { branchId: string; picker: ReactNode }) {
  const navigate = useNavigate();
  const { today } = useBranchDay(branchId);
  return (
    <TeamScreen
      branchId={branchId}
      today={today}
      before={picker}
      onAdded={(id) => void navigate({ to: '/equipe/conseillers/$id', params: { id } })}
      adviserLink={(id, children) => (
        <Link to="/equipe/conseillers/$id" params={{ id }}>
          {children}
        </Link>
      )}
    />
  );
}
