import { useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { SignIn } from '@/features/identity/sign-in';
import { isBare } from '@/features/security/overview';
import { getSecurityOptions } from '@/generated/@tanstack/react-query.gen';
import type { Session } from '@/generated/types.gen';
import { isStaff } from '@/lib/session';

export const Route = createLazyRoute('/customer/connexion')({ component: SignInPage });

const route = getRouteApi('/customer/connexion');

function SignInPage() {
  const { t } = useTranslation('identity');
  const { suite } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();

  const arrived = async (session: Session) => {
    const staff = isStaff(session);
    const bare = await client.query(getSecurityOptions()).then(isBare, () => false);
    if (bare) {
      await router.navigate({
        to: staff ? '/equipe/securite/protection' : '/securite/protection',
        search: suite === undefined ? {} : { suite },
        replace: true,
      });
    } else {
      router.history.replace(suite ?? (staff ? '/equipe' : '/'));
    }
  };

  return (
    <Page title={t('signIn.title')} lead={suite === undefined ? t('signIn.lead') : t('signIn.leadBack')}>
      <SignIn
        onSignedIn={(session) => void arrived(session)}
        forgotten={<Link to="/connexion/oubli">{t('signIn.forgotten')}</Link>}
      />
    </Page>
  );
}
