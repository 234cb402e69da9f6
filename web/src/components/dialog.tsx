import { styled } from '@mui/material/styles';
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Unbroken } from './unbroken';

type Size = 'normal' | 'wide';

const Frame = styled('dialog', { shouldForwardProp: (name) => name !== 'size' })<{ size: Size }>(({ size }) => ({
  width: `min(${size === 'wide' ? '52rem' : '32rem'}, calc(100vw - 32px))`,
  maxHeight: 'calc(100dvh - 32px)',
  padding: 24,
  border: 'var(--border) solid var(--line)',
  borderRadius: 12,
  color: 'var(--ink)',
  background: 'var(--surface)',
  '&::backdrop': { background: 'var(--shade)' },
}));

const Title = styled('h2')(({ theme }) => ({ ...theme.typography.h2, marginBottom: 12 }));

const Body = styled('div')({ '& > * + *': { marginTop: 12 } });

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 12,
  marginTop: 24,
  '& > *': { flex: '1 1 12rem' },
});

export interface DialogProps {
  open: boolean;
  title: string;
  /** Absent when the dialog cannot be waved away. */
  onClose?: () => void;
  /** The main act first, the way out second. */
  actions?: ReactNode;
  size?: Size;
  children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, title, onClose, actions, size = 'normal', children }: DialogProps) {
  const frame = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = frame.current;
    if (open && dialog !== null && !dialog.open) {
      dialog.showModal();
      heading.current?.focus();
    }
    if (!open && dialog?.open === true) dialog.close();
  }, [open]);

  // Taken away while it is open, it would give the focus back to nobody.
  useLayoutEffect(() => {
    const dialog = frame.current;
    return () => dialog?.close();
  }, []);

  return (
    <Frame
      ref={frame}
      size={size}
      aria-labelledby={titleId}
      closedby={onClose === undefined ? 'none' : 'closerequest'}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={({ currentTarget }) => {
        // Asked twice, some browsers close it without asking us.
        if (!open || currentTarget.open) return;
        if (onClose === undefined) currentTarget.showModal();
        else onClose();
      }}
    >
      {open && (
        <>
          <Title id={titleId} ref={heading} tabIndex={-1}>
            <Unbroken text={title} />
          </Title>
          <Body>{children}</Body>
          {actions !== undefined && <Actions>{actions}</Actions>}
        </>
      )}
    </Frame>
  );
}
