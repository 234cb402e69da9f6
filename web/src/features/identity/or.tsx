import { styled } from '@mui/material/styles';

/** Between one way in and the other. */
export const Or = styled('p')({
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  maxWidth: '26rem',
  margin: '24px 0',
  color: 'var(--ink-soft)',
  'dialog &': { maxWidth: 'none' },
  '&::before, &::after': { content: '""', flex: 1, borderTop: 'var(--border) solid var(--line)' },
});
