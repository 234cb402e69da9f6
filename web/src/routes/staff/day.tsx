import { createLazyRoute, getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useBranchDay } from '@/components/staff/use-branch';
import { DayScreen } from '@/features/calendar/day-screen';
import { useSession } from '@/lib/session';

export const Route = createLazyRoute('/equipe/journee')({ component: Day });

const route = getRouteApi('/equipe/journee');

function Day() {
  const { conseiller, ...search } = route.useSearch();
  const navigate = useNavigate();
  const { account } = useSession();
  const { today } = useBranchDay(account?.branchId);
  const adviserId = conseiller ?? account?.adviserId;
  if (adviserId === undefined) return <Navigate to="/equipe/agence" replace />;
  return (
    <DayScreen
      key={adviserId}
      adviserId={adviserId}
      branchId={account?.branchId}
      own={adviserId === account?.adviserId}
      today={today}
      search={search}
      onSearch={(change) =>
        void navigate({
          to: '/equipe/journee',
          search: { ...change, ...(conseiller !== undefined && { conseiller }) },
          replace: change.jour === search.jour,
          resetScroll: false,
        })
      }
      onBook={({ date, time }) =>
        void navigate({ to: '/equipe/reserver', search: { conseiller: adviserId, jour: date, heure: time } })
      }
    />
  );
}
