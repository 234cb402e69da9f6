import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ContentArea, NavLink, RouteProgress, SkipLink, Wordmark } from '@/components/shell';
import { OfflineNotice } from '@/components/states';
import { changeLanguage } from '@/lib/i18n/i18n';
import { useLanguage } from '@/lib/i18n/use-language';
import { isStaff, sessionQuery, useSignOut } from '@/lib/session';
import { appearance, changeAppearance, watchAppearance } from '@/theme/appearance';

const Frame = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  minHeight: '100dvh',
});

const inner = { width: '100%', maxWidth: 'calc(var(--page) + 48px)', marginInline: 'auto', paddingInline: 24 };

const narrow = '@media (max-width: 30rem)';

const Header = styled('header')({ borderBottom: 'var(--border) solid var(--line)' });

const HeaderRow = styled('div')({
  ...inner,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 24,
  paddingTop: 12,
  [narrow]: { paddingInline: 16 },
});

const Nav = styled('nav')({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 20,
  marginLeft: 'auto',
  [narrow]: { width: '100%', marginLeft: 0, marginTop: 4 },
});

const Content = styled(ContentArea)({
  ...inner,
  flex: 1,
  paddingBlock: 32,
  [narrow]: { paddingInline: 16, paddingBlock: 24 },
  '& > [role="alert"]:first-of-type': { marginBottom: 24 },
});

const Footer = styled('footer')({ borderTop: 'var(--border) solid var(--line)' });

const FooterRow = styled('div')({
  ...inner,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  paddingBlock: 12,
  '& > button': { fontSize: '0.9rem', fontWeight: 400 },
  '& > button:first-of-type': { marginLeft: -12 },
  [narrow]: { paddingInline: 16 },
});

export function CustomerShell() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  if (session !== undefined && isStaff(session)) return <Navigate to="/equipe" replace />;
  return (
    <Frame>
      <SkipLink />
      <RouteProgress />
      <Header>
        <HeaderRow>
          <Wordmark />
          <Nav aria-label={t('app.navigation')}>
            <NavLink to="/" activeOptions={{ exact: true, includeSearch: false }}>
              {t('app.home')}
            </NavLink>
            {session?.signedIn === true && (
              <>
                <NavLink to="/rendez-vous" activeOptions={{ includeSearch: false }}>
                  {t('nav.appointments')}
                </NavLink>
                <NavLink to="/profil">{t('nav.profile')}</NavLink>
              </>
            )}
            {session?.signedIn === false && <NavLink to="/connexion">{t('nav.signIn')}</NavLink>}
          </Nav>
        </HeaderRow>
      </Header>
      <Content>
        <OfflineNotice />
        <Outlet />
      </Content>
      <Footer>
        <FooterRow>
          <ComfortSwitch />
          {session?.signedIn === true ? <SignOut /> : <LanguageSwitch />}
        </FooterRow>
      </Footer>
    </Frame>
  );
}

function ComfortSwitch() {
  const { t } = useTranslation();
  const { comfort } = useSyncExternalStore(watchAppearance, appearance);
  return (
    <Button
      variant="text"
      color="inherit"
      aria-pressed={comfort}
      onClick={() => changeAppearance({ comfort: !comfort })}
    >
      {comfort ? t('footer.comfortOff') : t('footer.comfort')}
    </Button>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const other = useLanguage() === 'fr' ? 'en' : 'fr';
  const change = () => void changeLanguage(other).then(() => client.invalidateQueries());
  return (
    <Button variant="text" color="inherit" lang={other} onClick={change}>
      {t(`language.${other}`)}
    </Button>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const leaving = useSignOut();
  return (
    <Button variant="text" color="inherit" disabled={leaving.isPending} onClick={() => leaving.mutate()}>
      {t('nav.signOut')}
    </Button>
  );
}
