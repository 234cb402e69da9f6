import { styled } from '@mui/material/styles';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from './logo';

const Skip = styled('a')({
  position: 'absolute',
  left: 8,
  top: -80,
  zIndex: 10,
  padding: '12px 20px',
  borderRadius: 'var(--radius)',
  color: 'var(--accent-ink)',
  background: 'var(--accent)',
  '&:focus': { top: 8, color: 'var(--accent-ink)' },
});

/** The first stop of the keyboard: over the header, straight to the content. */
export function SkipLink() {
  const { t } = useTranslation();
  return <Skip href="#contenu">{t('app.skip')}</Skip>;
}

const Mark = styled(Link)({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 'var(--target)',
  fontSize: '1.25rem',
  fontWeight: 750,
  letterSpacing: '-0.015em',
  color: 'var(--ink)',
  textDecoration: 'none',
  '&:hover': { color: 'var(--ink)' },
});

export function Wordmark({ to = '/' }: { to?: '/' | '/equipe' }) {
  const { t } = useTranslation();
  return (
    <Mark to={to}>
      <Logo />
      {t('app.name')}
    </Mark>
  );
}

/** The links of a shell's navigation; the current one carries `aria-current` and a line under it. */
export const NavLink = styled(Link)({
  display: 'inline-flex',
  alignItems: 'center',
  minHeight: 'var(--target)',
  color: 'var(--ink)',
  textDecoration: 'none',
  borderBlock: '3px solid transparent',
  '&:hover': { color: 'var(--accent)', borderBottomColor: 'var(--line-strong)' },
  '&[aria-current="page"]': { fontWeight: 700, borderBottomColor: 'var(--accent)' },
}) as typeof Link;

const Waiting = styled('div')({
  position: 'fixed',
  insetInline: 0,
  top: 0,
  height: 3,
  zIndex: 9,
  transformOrigin: 'left',
  background: 'var(--accent)',
  animation: 'arrive 4s cubic-bezier(0.1, 0.7, 0.2, 1) forwards',
  '@keyframes arrive': { from: { transform: 'scaleX(0.02)' }, to: { transform: 'scaleX(0.9)' } },
});

/** A thin line at the top while the next screen is on its way. */
export function RouteProgress() {
  const pending = useRouterState({ select: ({ status }) => status === 'pending' });
  return pending ? <Waiting aria-hidden="true" /> : null;
}

export const Main = styled('main')({ outline: 'none' });

export function ContentArea({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <Main id="contenu" tabIndex={-1} className={className}>
      {children}
    </Main>
  );
}
