import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';

export const Route = createLazyRoute('/customer/')({ component: Home });

function Home() {
  const { t } = useTranslation();
  return <Page title={t('nav.book')}>{null}</Page>;
}
