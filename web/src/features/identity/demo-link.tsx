import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '@/lib/session';

/** In a demonstration nothing is really sent. In a page of its own, since this one waits for the code. */
export function DemoLink() {
  const { t } = useTranslation('identity');
  const { data: session } = useQuery(sessionQuery);
  if (session?.messagesPage === undefined) return null;
  return (
    <p>
      <a href={session.messagesPage} target="_blank" rel="noreferrer">
        {t('code.demo')}
      </a>
    </p>
  );
}
