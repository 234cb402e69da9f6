import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '@/components/icons';

const Frame = styled('dialog')({
  position: 'fixed',
  inset: '0 0 0 auto',
  width: 'min(27rem, 100vw)',
  maxWidth: 'none',
  height: '100dvh',
  maxHeight: 'none',
  margin: 0,
  padding: '12px 24px 32px',
  overflow: 'auto',
  color: 'var(--ink)',
  background: 'var(--surface)',
  border: 0,
  borderLeft: 'var(--border) solid var(--line)',
  '&::backdrop': { background: 'var(--shade)' },
});

const Bar = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  marginBottom: 8,
  '& h2': { fontSize: '1rem', fontWeight: 400, color: 'var(--ink-soft)' },
  '& button': { minWidth: 'var(--target)', padding: 0, marginRight: -12 },
});

export interface VisitPanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet at the side for one visit, over a page that has no room to show it beside. */
export function VisitPanel({ title, onClose, children }: VisitPanelProps) {
  const { t } = useTranslation('visits');
  const frame = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = frame.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);

  return (
    <Frame
      ref={frame}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // The dialog element itself is hit only outside its content: on the shade around it.
        if (event.target === frame.current && event.clientX < frame.current.getBoundingClientRect().left) onClose();
      }}
    >
      <Bar>
        <h2 id={titleId}>{title}</h2>
        <Button variant="text" color="inherit" aria-label={t('close')} onClick={onClose}>
          <CloseIcon />
        </Button>
      </Bar>
      {children}
    </Frame>
  );
}
