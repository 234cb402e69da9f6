import { createLazyRoute, getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBranchDay } from '@/components/staff/use-branch';
import { AbsencesScreen } from '@/features/absences/absences-screen';
import { useMay } from '@/lib/use-may';
import { useSession } from '@/lib/session';
import { ForBranch } from './branch-choice';

export const Route = createLazyRoute('/equipe/absences')({ component: Absences });

const route = getRouteApi('/equipe/absences');

function Absences() {
  const { t } = useTranslation('absences');
  const { agence } = route.useSearch();
  const navigate = useNavigate();
  return (
    <ForBranch
      named={agence}
      title={t('title')}
      onName={(id) => void navigate({ to: '/equipe/absences', search: { agence: id } })}
    >
      {(branchId, picker) => <InBranch key={branchId} branchId={branchId} picker={picker} />}
    </ForBranch>
  );
}

function InBranch({ branchId, picker }: { branchId: string; picker: ReactNode }) {
  const { agence, conseiller } = route.useSearch();
  const { account } = useSession();
  const { today } = useBranchDay(branchId);
  const everyone = useMay('changeAdviser');
  return (
    <AbsencesScreen
      branchId={branchId}
      today={today}
      adviserId={conseiller ?? account?.adviserId}
      everyone={everyone}
      before={picker}
      actionLink={(children) => (
        <Link to="/equipe/a-traiter" search={agence === undefined ? {} : { agence }}>
          {children}
        </Link>
      )}
    />
  );
}
