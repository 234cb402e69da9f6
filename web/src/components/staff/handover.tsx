import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Dialog } from '@/components/dialog';
import { Actions } from '@/components/layout';
import { Logo } from '@/components/logo';
import { Notice } from '@/components/notice';

const Paper = styled('article')({
  padding: '20px 24px',
  border: 'var(--border) solid var(--line-strong)',
  borderRadius: 10,
  background: 'var(--surface)',
  '& > * + *': { marginTop: 12 },
});

const Code = styled('p')({
  fontFamily: 'ui-monospace, monospace',
  fontSize: '1.5rem',
  fontWeight: 700,
  letterSpacing: '0.06em',
  overflowWrap: 'anywhere',
});

export interface HandoverDialogProps {
  /** Whom it is for. */
  name: string;
  code: string;
  onClose: () => void;
}

/** The half of the proof that goes by hand, shown this once: on paper, nothing else of the page is printed. */
export function HandoverDialog({ name, code, onClose }: HandoverDialogProps) {
  const { t } = useTranslation('staff');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
    announce(t('handover.copied'));
  };
  return (
    <Dialog
      open
      title={t('handover.title', { name })}
      actions={
        <Button variant="contained" onClick={onClose}>
          {t('handover.done')}
        </Button>
      }
    >
      <Notice tone="warn" title={t('handover.once')}>
        <p>{t('handover.onceDetail')}</p>
      </Notice>
      <Paper data-printed="alone">
        <Logo />
        <p>{t('handover.paper', { name })}</p>
        <Code>{code}</Code>
        <p>{t('handover.how')}</p>
      </Paper>
      <Actions>
        <Button variant="outlined" onClick={() => window.print()}>
          {t('handover.print')}
        </Button>
        <Button variant="outlined" onClick={() => void copy()}>
          {copied ? t('handover.copied') : t('handover.copy')}
        </Button>
      </Actions>
    </Dialog>
  );
}
