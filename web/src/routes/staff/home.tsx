import { createLazyRoute, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Stack } from '@/components/layout';
import { LinkButton } from '@/components/links';
import { Page } from '@/components/page';
import { useMay } from '@/lib/use-may';
import { useSession } from '@/lib/session';

export const Route = createLazyRoute('/equipe/')({ component: Home });

/** Each role starts with what it works with all day. */
function Home() {
  const { account } = useSession();
  const administrator = useMay('importNetwork');
  const auditor = useMay('searchAuditTrail');
  const calendars = useMay('branchCalendar');
  if (account?.adviserId !== undefined) return <Navigate to="/equipe/journee" replace />;
  if (administrator && account?.branchId === undefined) return <Navigate to="/equipe/reseau" replace />;
  if (calendars) return <Navigate to="/equipe/agence" replace />;
  if (auditor) return <Navigate to="/equipe/audit" replace />;
  return <Welcome />;
}

/** For roles whose work has no screen yet. */
function Welcome() {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  const roles = account?.roles.map((role) => t(`role.${role}`)).join(', ');
  return (
    <Page title={t('welcome.title')}>
      <Stack>
        <p>{t('welcome.text', { roles })}</p>
        <div>
          <LinkButton to="/equipe/securite" variant="outlined">
            {t('account.security')}
          </LinkButton>
        </div>
      </Stack>
    </Page>
  );
}
