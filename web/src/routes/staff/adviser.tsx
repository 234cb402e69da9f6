import { createLazyRoute, getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink } from '@/components/links';
import { useBranchDay } from '@/components/staff/use-branch';
import { AdviserScreen } from '@/features/team/adviser-screen';
import { useSession } from '@/lib/session';

export const Route = createLazyRoute('/equipe/conseillers/$id')({ component: Adviser });

const route = getRouteApi('/equipe/conseillers/$id');

function Adviser() {
  const { t } = useTranslation('team');
  const { id } = route.useParams();
  const { account } = useSession();
  const { today } = useBranchDay(account?.branchId);
  return (
    <AdviserScreen
      key={id}
      adviserId={id}
      today={today}
      back={<BackLink to="/equipe/conseillers">{t('back')}</BackLink>}
      links={
        <>
          <Link to="/equipe/journee" search={{ conseiller: id }}>
            {t('seeDay')}
          </Link>
          <Link to="/equipe/absences" search={{ conseiller: id }}>
            {t('seeAbsences')}
          </Link>
        </>
      }
    />
  );
}
