import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink, LinkButton } from '@/components/links';
import { SecurityScreen } from '@/features/security/security-screen';

export const Route = createLazyRoute('/customer/securite')({ component: Security });

function Security() {
  const { t } = useTranslation();
  return (
    <SecurityScreen
      before={<BackLink to="/profil">{t('nav.profile')}</BackLink>}
      protect={(label, main) => (
        <LinkButton variant={main ? 'contained' : 'outlined'} to="/securite/protection">
          {label}
        </LinkButton>
      )}
      activity={(label) => <Link to="/activite">{label}</Link>}
    />
  );
}
