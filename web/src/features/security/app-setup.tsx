import { styled } from '@mui/material/styles';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAuthenticatorApp, offerAuthenticatorApp } from '@/generated/sdk.gen';
import { useMedia } from '@/lib/use-media';
import { CodeForm } from './code-form';
import { MadeOnce } from './made-once';

const QrCode = lazy(() => import('./qr-code'));

const Steps = styled('ol')({
  display: 'grid',
  gap: 20,
  paddingLeft: '1.5em',
  '& > li > * + *': { marginTop: 12 },
  '& > li::marker': { fontWeight: 700, color: 'var(--accent)' },
});

const Room = styled('div')({ minHeight: '13rem' });

const Secret = styled('code')({
  display: 'inline-block',
  padding: '8px 12px',
  fontFamily: 'ui-monospace, monospace',
  fontSize: '1.1rem',
  overflowWrap: 'anywhere',
  background: 'var(--sunk)',
  borderRadius: 'var(--radius)',
  userSelect: 'all',
});

const Summary = styled('summary')({
  display: 'inline-flex',
  alignItems: 'center',
  minHeight: 'var(--target)',
  color: 'var(--accent)',
  textDecoration: 'underline',
  textUnderlineOffset: '0.2em',
  cursor: 'pointer',
});

const OpenApp = styled('a')({ display: 'inline-flex', alignItems: 'center', minHeight: 'var(--target)' });

/** Three steps: an app, the secret, a first code. The secret is made for this page and shown this once. */
export function AppSetup({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation('security');
  const held = useMedia('(pointer: coarse)');
  return (
    <MadeOnce
      name="authenticator app offer"
      make={async () => (await offerAuthenticatorApp()).data}
      onCancel={onCancel}
    >
      {({ secret, uri }) => (
        <Steps>
          <li>{t('app.step1')}</li>
          <li>
            <p>{t(held ? 'app.step2Held' : 'app.step2')}</p>
            {held && (
              <p>
                <OpenApp href={uri}>{t('app.open')}</OpenApp>
              </p>
            )}
            <Room>
              <Suspense>
                <QrCode text={uri} label={t('app.qr')} />
              </Suspense>
            </Room>
            <details>
              <Summary>{t('app.typed')}</Summary>
              <p>{t('app.typedDetail')}</p>
              <Secret>{secret}</Secret>
            </details>
          </li>
          <li>
            <CodeForm
              where={t('app.step3')}
              submit={t('app.submit')}
              confirm={(body) => confirmAuthenticatorApp({ body })}
              onDone={onDone}
              onCancel={onCancel}
            />
          </li>
        </Steps>
      )}
    </MadeOnce>
  );
}
