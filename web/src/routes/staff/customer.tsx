import { createLazyRoute, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink, LinkButton } from '@/components/links';
import { RecordScreen } from '@/features/customer-record/record-screen';

export const Route = createLazyRoute('/equipe/clients/$id')({ component: Record });

const route = getRouteApi('/equipe/clients/$id');

function Record() {
  const { t } = useTranslation('staff');
  const { id } = route.useParams();
  return (
    <RecordScreen
      key={id}
      customerId={id}
      before={
        <BackLink to="/equipe/reserver" search={{ client: id }}>
          {t('customer.back')}
        </BackLink>
      }
      tools={
        <LinkButton to="/equipe/reserver" search={{ client: id }} variant="outlined">
          {t('customer.book')}
        </LinkButton>
      }
    />
  );
}
