import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Confirmed } from '@/features/appointments/confirmed';
import { getAppointmentOptions } from '@/generated/@tanstack/react-query.gen';
import { useWhen } from '@/lib/time/use-when';

export const Route = createLazyRoute('/customer/rendez-vous/$appointmentId/confirme')({ component: ConfirmedPage });

const route = getRouteApi('/customer/rendez-vous/$appointmentId/confirme');

function ConfirmedPage() {
  const { t } = useTranslation('appointments');
  const { dayTime } = useWhen();
  const { appointmentId } = route.useParams();
  const query = useQuery(getAppointmentOptions({ path: { id: appointmentId } }));
  return (
    <Loaded query={query} title={t('details.title')}>
      {(visit) => (
        <Page
          title={t('confirmed.title')}
          lead={t('confirmed.lead', { when: dayTime(visit.start, visit.branch.zone) })}
        >
          <Confirmed visit={visit} />
        </Page>
      )}
    </Loaded>
  );
}
