import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useWhen } from '@/lib/time/use-when';
import { dateIn } from '@/lib/time/zones';

const NOTCH = 9;

/** A paper ticket: a stub with the day, a perforation, and the rest. */
const Paper = styled('article', { shouldForwardProp: (name) => name !== 'faded' })<{ faded: boolean }>(({ faded }) => ({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: '6.5rem minmax(0, 1fr)',
  maxWidth: '42rem',
  border: 'var(--border) solid var(--line)',
  borderRadius: 10,
  background: faded ? 'transparent' : 'var(--surface)',
  color: faded ? 'var(--ink-soft)' : 'var(--ink)',
  '@media (max-width: 26rem)': { gridTemplateColumns: '5.25rem minmax(0, 1fr)' },
}));

const Stub = styled('div')({
  position: 'relative',
  display: 'grid',
  alignContent: 'center',
  justifyItems: 'center',
  padding: '16px 8px',
  textAlign: 'center',
  borderRight: '2px dashed var(--line)',
  // Two half circles, cut out of the edge where the stub tears off.
  '&::before, &::after': {
    content: '""',
    position: 'absolute',
    right: -NOTCH - 1,
    width: NOTCH * 2,
    height: NOTCH,
    background: 'var(--paper)',
    border: 'var(--border) solid var(--line)',
  },
  '&::before': { top: -1, borderTop: 0, borderRadius: `0 0 ${NOTCH}px ${NOTCH}px` },
  '&::after': { bottom: -1, borderBottom: 0, borderRadius: `${NOTCH}px ${NOTCH}px 0 0` },
});

const Weekday = styled('span')({ fontSize: '0.85rem', lineHeight: 1.2 });

const DayNumber = styled('span', { shouldForwardProp: (name) => name !== 'faded' })<{ faded: boolean }>(
  ({ faded }) => ({
    fontSize: '2.25rem',
    fontWeight: 700,
    lineHeight: 1.1,
    letterSpacing: '-0.02em',
    fontVariantNumeric: 'tabular-nums',
    color: faded ? 'inherit' : 'var(--accent)',
  }),
);

const Body = styled('div')({ padding: '16px 20px', minWidth: 0, '& > * + *': { marginTop: 4 } });

export interface TicketProps {
  start: string;
  zone: string;
  /** What is on the ticket: the hour first. */
  children: ReactNode;
  /** No longer to come. */
  faded?: boolean;
}

/** One visit, as one would hold it in the hand. The whole date is read out; the stub is for the eye. */
export function Ticket({ start, zone, children, faded = false }: TicketProps) {
  const { date } = useWhen();
  const day = dateIn(zone, start);
  return (
    <Paper faded={faded}>
      <Stub aria-hidden="true">
        <Weekday>{date(day, 'weekday')}</Weekday>
        <DayNumber faded={faded}>{Number(day.slice(8))}</DayNumber>
        <Weekday>{date(day, 'monthOnly')}</Weekday>
      </Stub>
      <Body>{children}</Body>
    </Paper>
  );
}

export const TicketTime = styled('p')({ fontSize: '1.25rem', fontWeight: 700, lineHeight: 1.3 });

export const Soft = styled('p')({ color: 'var(--ink-soft)' });
