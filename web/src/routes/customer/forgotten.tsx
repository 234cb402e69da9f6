import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink } from '@/components/links';
import { Page } from '@/components/page';
import { ForgottenForm } from '@/features/identity/forgotten-form';

export const Route = createLazyRoute('/customer/connexion/oubli')({ component: Forgotten });

function Forgotten() {
  const { t } = useTranslation('identity');
  return (
    <Page
      title={t('forgotten.title')}
      lead={t('forgotten.lead')}
      before={<BackLink to="/connexion">{t('signIn.title')}</BackLink>}
    >
      <ForgottenForm />
    </Page>
  );
}
