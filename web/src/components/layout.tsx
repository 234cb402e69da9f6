import { styled } from '@mui/material/styles';

/** For those who listen only; takes no room, not even to the side. */
export const outOfSight = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

/** One thing under the other, on the 8 px grid. */
export const Stack = styled('div', { shouldForwardProp: (name) => name !== 'gap' && name !== 'as' })<{ gap?: number }>(
  ({ gap = 3, theme }) => ({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: theme.spacing(gap) }),
);

/** Buttons side by side, under each other when there is no room. */
export const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 12,
  '@media (max-width: 30rem)': { '& > *': { flex: '1 1 auto' } },
});

/** What matters on the left, what helps on the right; one under the other where there is no room. */
export const Beside = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  gap: '40px 64px',
  '@media (min-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr) 20rem' },
});

export const SectionTitle = styled('h2')(({ theme }) => ({ ...theme.typography.h2, marginBottom: 12 }));

export const Section = styled('section')({ 'section + &, div + &, dl + &, article + &': { marginTop: 40 } });
