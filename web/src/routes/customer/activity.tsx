import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink } from '@/components/links';
import { ActivityScreen } from '@/features/activity/activity-screen';

export const Route = createLazyRoute('/customer/activite')({ component: Activity });

function Activity() {
  const { t } = useTranslation('security');
  return <ActivityScreen before={<BackLink to="/securite">{t('title')}</BackLink>} />;
}
