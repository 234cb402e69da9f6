import Button from '@mui/material/Button';
import { keyframes, styled } from '@mui/material/styles';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/api/problems';
import { kindOf } from '@/lib/errors';
import { LinkButton } from './links';
import { Notice } from './notice';
import { Page } from './page';

const breathe = keyframes({ '50%': { opacity: 0.45 } });

const Bar = styled('div')({
  height: '1.1em',
  borderRadius: 'var(--radius)',
  background: 'var(--sunk)',
  animation: `${breathe} 1.8s ease-in-out infinite`,
  '& + &': { marginTop: 12 },
});

/** Grey lines where text will be, and the word for those who cannot see them. Short waits show nothing at all. */
export function Loading({ lines = 4, label }: { lines?: number; label?: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div role="status">
      <span className="visually-hidden">{label ?? t('states.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Bar key={line} aria-hidden="true" style={{ width: `${[92, 74, 84, 60][line % 4]}%` }} />
      ))}
    </div>
  );
}

const Nothing = styled('div')({
  padding: '24px 0',
  maxWidth: '36rem',
  // Stronger than a button's own margin.
  '&& > * + *': { marginTop: 12 },
});

/** Nothing here yet: says so, and what can be done about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Nothing>
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </Nothing>
  );
}

const Reference = styled('p')({ fontSize: '0.8rem', color: 'var(--ink-soft)' });

export interface FailureProps {
  error: unknown;
  retry?: () => void;
  focused?: boolean;
}

/** What went wrong, in words that say what to do. The server's own sentence when it refused something. */
export function Failure({ error, retry, focused }: FailureProps) {
  const { t } = useTranslation();
  const kind = kindOf(error);
  const problem = error instanceof Problem ? error : undefined;
  const refused = kind === 'refused' && problem !== undefined && problem.title !== '';
  return (
    <Notice tone="warn" title={refused ? problem.title : t(`failure.${kind}.title`)} focused={focused}>
      <p>{refused ? problem.detail : t(`failure.${kind}.detail`)}</p>
      {retry !== undefined && kind !== 'missing' && kind !== 'forbidden' && (
        <Button variant="outlined" onClick={retry}>
          {t('failure.retry')}
        </Button>
      )}
      {kind === 'broken' && problem?.requestId !== undefined && (
        <Reference>{t('failure.reference', { reference: problem.requestId })}</Reference>
      )}
    </Notice>
  );
}

/** For the router: a screen that could not be shown. */
export function ScreenFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const kind = kindOf(error);
  if (kind === 'forbidden' || kind === 'missing') {
    return (
      <Page title={t(`failure.${kind}.title`)} lead={t(`failure.${kind}.detail`)}>
        <LinkButton to="/" variant="contained">
          {t('notFound.home')}
        </LinkButton>
      </Page>
    );
  }
  return (
    <Failure
      error={error}
      retry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

export function useOnline(): boolean {
  return useSyncExternalStore(watchConnection, () => navigator.onLine);
}

function watchConnection(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** While the connection is away: what still works, and that it will catch up by itself. */
export function OfflineNotice() {
  const { t } = useTranslation();
  if (useOnline()) return null;
  return (
    <Notice tone="warn" title={t('offline.title')}>
      <p>{t('offline.detail')}</p>
    </Notice>
  );
}
