import { styled } from '@mui/material/styles';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ContentArea, NavLink, RouteProgress, SkipLink, Wordmark } from '@/components/shell';
import { LinkButton } from '@/components/links';
import { PersonIcon } from '@/components/icons';
import { MenuButton } from '@/components/staff/menu';
import { ShortcutHelp } from '@/components/staff/shortcut-help';
import { useShortcuts } from '@/components/staff/shortcuts';
import { OfflineNotice } from '@/components/states';
import { needingActionOptions } from '@/generated/@tanstack/react-query.gen';
import { changeLanguage } from '@/generated/sdk.gen';
import { useLanguage } from '@/lib/i18n/use-language';
import { useLive } from '@/lib/live/use-live';
import { useMay } from '@/lib/use-may';
import { sessionIs, useSession, useSignOut } from '@/lib/session';
import { appearance, changeAppearance, watchAppearance } from '@/theme/appearance';

const Header = styled('header')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 24px',
  paddingInline: 24,
  background: 'var(--surface)',
  borderBottom: 'var(--border) solid var(--line)',
  '@media (max-width: 43rem)': { paddingInline: 16 },
});

const Nav = styled('nav')({
  display: 'flex',
  gap: 20,
  position: 'relative',
  minWidth: 0,
  overflowX: 'auto',
  scrollbarWidth: 'none',
  '& a': { flex: 'none' },
  '@media (max-width: 62rem)': {
    order: 3,
    width: '100%',
    // Fading out says that there is more to the side.
    paddingRight: 32,
    maskImage: 'linear-gradient(to right, #000 calc(100% - 40px), transparent)',
  },
});

const End = styled('div')({ display: 'flex', alignItems: 'center', gap: 8, marginLeft: 'auto', paddingBlock: 6 });

const Who = styled('span')({
  marginLeft: 8,
  '@media (max-width: 43rem)': { display: 'none' },
});

const Count = styled('span')({
  display: 'inline-grid',
  placeItems: 'center',
  minWidth: '1.5em',
  marginLeft: 6,
  padding: '0 5px',
  fontSize: '0.8rem',
  fontWeight: 700,
  color: 'var(--warn-ink)',
  background: 'var(--warn)',
  borderRadius: '1em',
});

const Content = styled(ContentArea)({
  padding: 24,
  '@media (max-width: 43rem)': { padding: 16 },
});

/** The staff's frame: the width of the screen, a denser page, what each role works with one step away. */
export function StaffShell() {
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const books = useMay('bookAppointment');
  useEffect(() => {
    document.documentElement.dataset.audience = 'staff';
    return () => {
      delete document.documentElement.dataset.audience;
    };
  }, []);
  useShortcuts([
    ...(books
      ? [
          {
            keys: ['r'],
            does: 'book',
            group: 'everywhere',
            run: () => void navigate({ to: '/equipe/reserver' }),
          } as const,
        ]
      : []),
    { keys: ['?'], does: 'help', group: 'everywhere', run: () => setHelp(true) },
  ]);
  return (
    <>
      <SkipLink />
      <RouteProgress />
      <Header>
        <Wordmark to="/equipe" />
        <Navigation />
        <End>
          {books && <BookButton />}
          <AccountMenu onHelp={() => setHelp(true)} />
        </End>
      </Header>
      <Content>
        <OfflineNotice />
        <Outlet />
      </Content>
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}

function Navigation() {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  const adviser = account?.adviserId !== undefined;
  const calendars = useMay('branchCalendar');
  const action = useMay('needingAction');
  const absences = useMay('listAbsences');
  const team = useMay('changeAdviser');
  const hours = useMay('changeBranch');
  const network = useMay('importNetwork');
  const administration = useMay('inviteStaff');
  const incidents = useMay('listDeadLetters');
  const audit = useMay('searchAuditTrail');
  const there = useChosenBranch();
  const nav = useCurrentInSight();
  return (
    <Nav ref={nav} aria-label={t('nav.label')}>
      {adviser && <NavLink to="/equipe/journee">{t('nav.day')}</NavLink>}
      {adviser && <NavLink to="/equipe/semaine">{t('nav.week')}</NavLink>}
      {calendars && (
        <NavLink to="/equipe/agence" search={there}>
          {t('nav.branch')}
        </NavLink>
      )}
      {action && (
        <NavLink to="/equipe/a-traiter" search={there}>
          {t('nav.action')}
          {account?.branchId !== undefined && <ActionCount branchId={account.branchId} />}
        </NavLink>
      )}
      {absences && (
        <NavLink to="/equipe/absences" search={there}>
          {t('nav.absences')}
        </NavLink>
      )}
      {team && (
        <NavLink to="/equipe/conseillers" search={there}>
          {t('nav.team')}
        </NavLink>
      )}
      {hours && (
        <NavLink to="/equipe/horaires" search={there}>
          {t('nav.hours')}
        </NavLink>
      )}
      {network && <NavLink to="/equipe/reseau">{t('nav.network')}</NavLink>}
      {administration && <NavLink to="/equipe/administration">{t('nav.administration')}</NavLink>}
      {incidents && <NavLink to="/equipe/incidents">{t('nav.operations')}</NavLink>}
      {audit && <NavLink to="/equipe/audit">{t('nav.audit')}</NavLink>}
    </Nav>
  );
}

/** The branch that somebody chose who serves all of them stays chosen from one screen to the next. */
function useChosenBranch() {
  const { agence } = useSearch({ strict: false });
  return agence === undefined ? {} : { agence };
}

/** Where the links do not fit side by side, the current one is brought into view. */
function useCurrentInSight() {
  const nav = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current === null || current === null || current === undefined) return;
    nav.current.scrollLeft = current.offsetLeft - (nav.current.clientWidth - current.offsetWidth) / 2;
  }, [path]);
  return nav;
}

/** How many visits wait for a decision, always in sight. */
function ActionCount({ branchId }: { branchId: string }) {
  const { data } = useQuery({ ...needingActionOptions({ path: { id: branchId } }), staleTime: 60_000 });
  useLive([`branch:${branchId}`], [[{ _id: 'needingAction' }]]);
  return data === undefined || data.length === 0 ? null : <Count>{data.length}</Count>;
}

function BookButton() {
  const { t } = useTranslation('staff');
  return (
    <LinkButton to="/equipe/reserver" search={useChosenBranch()} variant="contained">
      {t('nav.book')}
    </LinkButton>
  );
}

function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const other = useLanguage() === 'fr' ? 'en' : 'fr';
  const { comfort } = useSyncExternalStore(watchAppearance, appearance);
  const reading = useMutation({
    mutationFn: async () => (await changeLanguage({ body: { language: other } })).data,
    onSuccess: (session) => sessionIs(client, session),
  });
  const leaving = useSignOut();
  const name = account?.displayName ?? '';
  return (
    <MenuButton
      label={t('account.label', { name })}
      variant="text"
      color="inherit"
      items={[
        { key: 'security', label: t('account.security'), run: () => void navigate({ to: '/equipe/securite' }) },
        { key: 'shortcuts', label: t('account.shortcuts'), run: onHelp },
        {
          key: 'language',
          label: t('account.language'),
          lang: other,
          run: () => reading.mutate(),
        },
        {
          key: 'comfort',
          label: t(comfort ? 'account.comfortOff' : 'account.comfort'),
          run: () => changeAppearance({ comfort: !comfort }),
        },
        { key: 'out', label: t('account.signOut'), run: () => leaving.mutate() },
      ]}
    >
      <PersonIcon />
      <Who>{name}</Who>
    </MenuButton>
  );
}
