import { styled } from '@mui/material/styles';

/** One under the other: what it is on the left, what can be done with it on the right. */
export const Rows = styled('ul')({
  borderBottom: '1px solid var(--line)',
  '& > li': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 16px',
    paddingBlock: 12,
    borderTop: '1px solid var(--line)',
  },
  '& > li > div:first-of-type': { flex: '1 1 16rem', minWidth: 0 },
  // Words of buttons stand in line with the others.
  '& > li > div + div, & > li > button': { marginInline: -12 },
});

export const Soft = styled('p')({ fontSize: '0.9rem', color: 'var(--ink-soft)' });
