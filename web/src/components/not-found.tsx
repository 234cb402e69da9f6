import { useTranslation } from 'react-i18next';
import { LinkButton } from './links';
import { Page } from './page';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.detail')}>
      <LinkButton to="/" variant="contained">
        {t('notFound.home')}
      </LinkButton>
    </Page>
  );
}
