import { styled } from '@mui/material/styles';
import { useEffect, useRef, type ReactNode } from 'react';
import { AlertIcon, InfoIcon } from './icons';

const Box = styled('div', { shouldForwardProp: (name) => name !== 'tone' })<{ tone: 'calm' | 'warn' }>(({ tone }) => ({
  display: 'flex',
  gap: 12,
  padding: '16px 16px 16px 13px',
  borderLeft: `3px solid ${tone === 'warn' ? 'var(--warn)' : 'var(--accent)'}`,
  borderRadius: '0 var(--radius) var(--radius) 0',
  background: tone === 'warn' ? 'var(--warn-wash)' : 'var(--accent-wash)',
  '& > svg': { marginTop: 1, color: tone === 'warn' ? 'var(--warn)' : 'var(--accent)' },
  '& > div': { minWidth: 0, flex: 1 },
  '& > div > * + *': { marginTop: 8 },
}));

const Title = styled('p')({ fontWeight: 700 });

export interface NoticeProps {
  tone?: 'calm' | 'warn';
  title?: ReactNode;
  children?: ReactNode;
  /** The result of what the reader just did: it takes the focus when it appears. */
  focused?: boolean;
}

/** Something to know before going on. Words and a drawing carry it, the colour only helps. */
export function Notice({ tone = 'calm', title, children, focused = false }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) box.current?.focus();
  }, [focused]);
  return (
    <Box
      ref={box}
      tone={tone}
      tabIndex={focused ? -1 : undefined}
      role={focused ? undefined : tone === 'warn' ? 'alert' : 'status'}
    >
      {tone === 'warn' ? <AlertIcon /> : <InfoIcon />}
      <div>
        {title !== undefined && <Title>{title}</Title>}
        {children}
      </div>
    </Box>
  );
}
