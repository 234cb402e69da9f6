import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/links';
import { Page } from '@/components/page';
import { AccessForm } from '@/features/identity/access-form';

export const Route = createLazyRoute('/customer/acces')({ component: Access });

function Access() {
  const { t } = useTranslation('identity');
  return (
    <Page title={t('access.title')} lead={t('access.lead')}>
      <AccessForm
        again={(label, main) => (
          <LinkButton to="/connexion/oubli" variant={main ? 'contained' : 'outlined'}>
            {label}
          </LinkButton>
        )}
        signIn={(label) => (
          <LinkButton to="/connexion" variant="contained">
            {label}
          </LinkButton>
        )}
      />
    </Page>
  );
}
