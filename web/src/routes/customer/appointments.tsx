import { styled } from '@mui/material/styles';
import { createLazyRoute, getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/links';
import { Page } from '@/components/page';
import { VisitList } from '@/features/appointments/visit-list';
import { useSession } from '@/lib/session';

export const Route = createLazyRoute('/customer/rendez-vous')({ component: Appointments });

const route = getRouteApi('/customer/rendez-vous');

const Which = styled('nav')({
  display: 'flex',
  gap: 24,
  marginBottom: 24,
  borderBottom: 'var(--border) solid var(--line)',
  '& a': {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: 'var(--target)',
    marginBottom: -1,
    color: 'var(--ink)',
    textDecoration: 'none',
    borderBottom: '3px solid transparent',
  },
  '& a:hover': { borderBottomColor: 'var(--line-strong)' },
  '& a[aria-current="page"]': { fontWeight: 700, borderBottomColor: 'var(--accent)' },
});

const Foot = styled('div')({ marginTop: 32 });

function Appointments() {
  const { t } = useTranslation('appointments');
  const { quand } = route.useSearch();
  const customerId = useSession().account?.customerId;
  const exact = { exact: true, includeSearch: true, explicitUndefined: true } as const;
  return (
    <Page title={t('list.title')}>
      <Which aria-label={t('list.which')}>
        <Link to="/rendez-vous" search={{}} activeOptions={exact} resetScroll={false}>
          {t('list.upcoming')}
        </Link>
        <Link to="/rendez-vous" search={{ quand: 'passes' }} activeOptions={exact} resetScroll={false}>
          {t('list.past')}
        </Link>
      </Which>
      <VisitList key={quand ?? 'UPCOMING'} when={quand === 'passes' ? 'PAST' : 'UPCOMING'} customerId={customerId} />
      <Foot>
        <LinkButton variant="outlined" to="/">
          {t('list.book')}
        </LinkButton>
      </Foot>
    </Page>
  );
}
