import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink } from '@/components/links';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { MoveVisit } from '@/features/appointments/move-visit';
import { getAppointmentOptions } from '@/generated/@tanstack/react-query.gen';

export const Route = createLazyRoute('/customer/rendez-vous/$appointmentId/deplacer')({ component: Move });

const route = getRouteApi('/customer/rendez-vous/$appointmentId/deplacer');

function Move() {
  const { t } = useTranslation('appointments');
  const { appointmentId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(getAppointmentOptions({ path: { id: appointmentId } }));
  return (
    <Page
      title={t('move.page')}
      before={
        <BackLink to="/rendez-vous/$appointmentId" params={{ appointmentId }}>
          {t('move.back')}
        </BackLink>
      }
    >
      <Loaded query={query}>
        {(visit) => (
          <MoveVisit
            visit={visit}
            search={search}
            onSearch={(change) =>
              void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false })
            }
            onMoved={() =>
              void navigate({
                to: '/rendez-vous/$appointmentId',
                params: { appointmentId },
                search: { fait: 'deplace' },
              })
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
