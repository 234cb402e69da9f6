import { createLazyRoute, getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { SignInForm } from '@/features/identity/sign-in-form';
import { isStaff } from '@/lib/session';

export const Route = createLazyRoute('/customer/connexion')({ component: SignIn });

const route = getRouteApi('/customer/connexion');

function SignIn() {
  const { t } = useTranslation('identity');
  const { suite } = route.useSearch();
  const router = useRouter();
  return (
    <Page title={t('signIn.title')} lead={suite === undefined ? t('signIn.lead') : t('signIn.leadBack')}>
      <SignInForm
        onSignedIn={(session) => {
          router.history.replace(suite ?? (isStaff(session) ? '/equipe' : '/'));
        }}
      />
    </Page>
  );
}
