import { createLazyRoute, getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { SignIn } from '@/features/identity/sign-in';
import { useArrival } from '../arrival';

export const Route = createLazyRoute('/customer/connexion')({ component: SignInPage });

const route = getRouteApi('/customer/connexion');

function SignInPage() {
  const { t } = useTranslation('identity');
  const { suite, raison } = route.useSearch();
  const arrived = useArrival(suite);
  return (
    <Page title={t('signIn.title')} lead={suite === undefined ? t('signIn.lead') : t('signIn.leadBack')}>
      <SignIn
        next={suite}
        reason={raison}
        onSignedIn={(session) => void arrived(session)}
        forgotten={<Link to="/connexion/oubli">{t('signIn.forgotten')}</Link>}
      />
    </Page>
  );
}
