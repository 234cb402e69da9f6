import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink } from '@/components/links';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { VisitDetails } from '@/features/appointments/visit-details';
import { getAppointmentOptions } from '@/generated/@tanstack/react-query.gen';
import { useSession } from '@/lib/session';

export const Route = createLazyRoute('/customer/rendez-vous/$appointmentId')({ component: AppointmentPage });

const route = getRouteApi('/customer/rendez-vous/$appointmentId');

function AppointmentPage() {
  const { t } = useTranslation('appointments');
  const { appointmentId } = route.useParams();
  const { fait } = route.useSearch();
  const navigate = route.useNavigate();
  const customerId = useSession().account?.customerId;
  const query = useQuery(getAppointmentOptions({ path: { id: appointmentId } }));
  return (
    <Page title={t('details.title')} before={<BackLink to="/rendez-vous">{t('details.back')}</BackLink>}>
      <Loaded query={query}>
        {(visit) => (
          <VisitDetails
            key={visit.id}
            visit={visit}
            customerId={customerId}
            done={fait}
            onCancelled={() => void navigate({ search: { fait: 'annule' }, replace: true })}
          />
        )}
      </Loaded>
    </Page>
  );
}
