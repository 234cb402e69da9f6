import { styled } from '@mui/material/styles';

export const Form = styled('form')({ display: 'grid', gap: 24, maxWidth: '26rem', 'dialog &': { maxWidth: 'none' } });

/** Ways out of a step, beside each other and out of the way. */
export const Ways = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 8px',
  marginInline: -12,
  '& > p': { flexBasis: '100%', paddingInline: 12 },
});

/** What came of the last try, above the next. */
export const Above = styled('div')({ maxWidth: '26rem', marginBottom: 24, 'dialog &': { maxWidth: 'none' } });
