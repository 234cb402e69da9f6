import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Logo } from '@/components/logo';
import { Actions } from '@/components/layout';
import { Notice } from '@/components/notice';
import { useSession } from '@/lib/session';
import { now } from '@/lib/time/clock';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';

const Paper = styled('article')({
  padding: '20px 24px',
  border: 'var(--border) solid var(--line-strong)',
  borderRadius: 10,
  background: 'var(--surface)',
  '& > * + *': { marginTop: 12 },
});

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  '& h3': theme.typography.h2,
}));

const Codes = styled('ol')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(13rem, 1fr))',
  gap: '4px 24px',
  fontFamily: 'ui-monospace, monospace',
  fontSize: '1.15rem',
  letterSpacing: '0.02em',
  '& li::before': {
    content: '""',
    display: 'inline-block',
    width: '0.8em',
    height: '0.8em',
    marginRight: 12,
    border: '1.5px solid currentColor',
    borderRadius: 2,
  },
});

const Soft = styled('p')({ color: 'var(--ink-soft)' });

/** The new sheet, shown this once: on paper nothing else of the page is printed. */
export function Sheet({ codes, onStored }: { codes: readonly string[]; onStored: () => void }) {
  const { t } = useTranslation('security');
  const { day } = useWhen();
  const { account } = useSession();
  return (
    <>
      <Notice tone="warn" title={t('sheet.once')} focused>
        <p>{t('sheet.onceDetail')}</p>
      </Notice>
      <Paper data-printed="alone">
        <Head>
          <Logo />
          <h3>{t('sheet.paperTitle')}</h3>
        </Head>
        <Soft>
          {t('sheet.paperOwner', { name: account?.displayName ?? '', date: day(now(), viewerZone(), 'year') })}
        </Soft>
        <Codes role="list">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </Codes>
        <p>{t('sheet.paperHow')}</p>
      </Paper>
      <Actions>
        <Button variant="contained" onClick={() => window.print()}>
          {t('sheet.print')}
        </Button>
        <Button variant="outlined" onClick={onStored}>
          {t('sheet.stored')}
        </Button>
      </Actions>
    </>
  );
}
