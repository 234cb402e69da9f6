import { createLazyRoute, getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useBranchDay } from '@/components/staff/use-branch';
import { WeekScreen } from '@/features/calendar/week-screen';
import { useSession } from '@/lib/session';

export const Route = createLazyRoute('/equipe/semaine')({ component: Week });

const route = getRouteApi('/equipe/semaine');

function Week() {
  const { conseiller, ...search } = route.useSearch();
  const navigate = useNavigate();
  const { account } = useSession();
  const { today } = useBranchDay(account?.branchId);
  const adviserId = conseiller ?? account?.adviserId;
  if (adviserId === undefined) return <Navigate to="/equipe/agence" replace />;
  const who = conseiller === undefined ? {} : { conseiller };
  return (
    <WeekScreen
      key={adviserId}
      adviserId={adviserId}
      branchId={account?.branchId}
      own={adviserId === account?.adviserId}
      today={today}
      search={search}
      onSearch={(change) =>
        void navigate({
          to: '/equipe/semaine',
          search: { ...change, ...who },
          replace: change.jour === search.jour,
          resetScroll: false,
        })
      }
      onBook={({ date, time }) =>
        void navigate({ to: '/equipe/reserver', search: { conseiller: adviserId, jour: date, heure: time } })
      }
      dayLink={(jour, children) => (
        <Link to="/equipe/journee" search={{ ...who, jour }}>
          {children}
        </Link>
      )}
    />
  );
}
