import { styled } from '@mui/material/styles';

const rise = 'calc((var(--from) - var(--day-from)) * var(--minute))';

const spanned = {
  position: 'absolute',
  insetInline: 0,
  top: rise,
  height: 'calc((var(--to) - var(--from)) * var(--minute))',
} as const;

/** One minute has a height and all else follows from it. Fingers need more of it than a mouse. */
export const Frame = styled('div')({
  '--minute': '1.7px',
  '--axis': '3.5rem',
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'var(--axis) repeat(var(--columns), minmax(0, 1fr))',
  fontSize: '0.875rem',
  '@media (pointer: coarse), (max-width: 43rem)': { '--minute': '2.9px' },
  ':root[data-comfort="on"] &': { '--minute': '3.3px' },
});

export const Axis = styled('div')({ display: 'flex', flexDirection: 'column', minWidth: 0 });

export const Lane = styled('section')({ display: 'flex', flexDirection: 'column', minWidth: 0 });

export const Head = styled('div')({
  position: 'sticky',
  top: 0,
  zIndex: 3,
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'end',
  minHeight: '4.5rem',
  padding: '4px 8px 8px',
  background: 'var(--paper)',
  borderBottom: 'var(--border) solid var(--line-strong)',
});

export const Hours = styled('div')({
  position: 'relative',
  height: 'calc((var(--day-to) - var(--day-from)) * var(--minute))',
  marginBlock: '0.75rem',
});

export const Track = styled(Hours)({
  background: 'var(--sunk)',
  borderLeft: 'var(--border) solid var(--line)',
  ':last-of-type > &': { borderRight: 'var(--border) solid var(--line)' },
});

export const Hour = styled('span')({
  position: 'absolute',
  top: rise,
  right: 8,
  color: 'var(--ink-soft)',
  fontVariantNumeric: 'tabular-nums',
  lineHeight: 1,
  whiteSpace: 'nowrap',
  transform: 'translateY(-50%)',
});

export const NowHour = styled(Hour)({
  right: 0,
  zIndex: 1,
  padding: '4px 6px',
  color: 'var(--paper)',
  fontWeight: 700,
  background: 'var(--ink)',
  borderRadius: 3,
});

export const NowLine = styled('div')({
  position: 'absolute',
  insetInline: 0,
  top: rise,
  height: 0,
  borderTop: '2px solid var(--ink)',
  pointerEvents: 'none',
});

export const HourLine = styled('div')({
  position: 'absolute',
  insetInline: 0,
  top: rise,
  borderTop: '1px solid var(--line)',
});

export const Working = styled('div')({ ...spanned, background: 'var(--surface)' });

export const Absent = styled('div')({
  ...spanned,
  padding: '4px 6px',
  overflow: 'hidden',
  color: 'var(--ink-soft)',
  background: 'repeating-linear-gradient(-45deg, var(--sunk) 0 6px, var(--line) 6px 7px)',
  borderBlock: '1px solid var(--line-strong)',
  '& > span': { padding: '1px 4px', background: 'var(--sunk)', borderRadius: 3 },
});

/** Safari forgets that a list without bullets is one; the role says it again. */
export const Places = styled('ol')({});

/** A hair of paper between neighbours, so that back-to-back visits read as two. */
export const Place = styled('li')({
  ...spanned,
  padding: '1px 4px 1px 3px',
  insetInline: 'calc(100% * var(--lane) / var(--lanes)) auto',
  width: 'calc(100% / var(--lanes))',
  listStyle: 'none',
  // What was called off stands aside: its time is free again.
  '&[data-aside="true"]': { insetInline: '60% 0', width: 'auto' },
});

export const FreePlace = styled('div')({ ...spanned, padding: '1px 4px 1px 3px' });

export const Nothing = styled('div')({
  position: 'absolute',
  inset: '16px 8px auto',
  color: 'var(--ink-soft)',
  textAlign: 'center',
});
