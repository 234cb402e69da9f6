import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { clock, type MinuteSpan } from '@/components/timeline/layout';
import { StatusMark } from './status';
import type { News } from './use-news';
import { CallLink } from './visit-details';
import { MoreActs, NextStep } from './visit-acts';
import { useVisitWords } from './words';
import type { Cause, Causes } from './use-causes';
import type { Appointment } from '@/generated/types.gen';
import { useMay } from '@/lib/use-may';
import { formatMinutes } from '@/lib/time/duration';
import { formatClock } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';
import type { AgendaEntry } from './agenda';

/** What the row of a visit needs is asked of the list, not of the screen: a panel may stand beside it. */
const Room = styled('div')({ containerType: 'inline-size' });

const narrow = '@container (max-width: 54rem)';

const List = styled('ol')({
  display: 'grid',
  gridTemplateColumns: 'max-content max-content minmax(10rem, 1fr) minmax(9rem, 1fr) max-content',
  columnGap: 20,
  listStyle: 'none',
  borderBottom: '1px solid var(--line)',
  [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) max-content' },
});

const line = {
  display: 'grid',
  gridColumn: '1 / -1',
  gridTemplateColumns: 'subgrid',
  borderTop: '1px solid var(--line)',
} as const;

const Row = styled('li')({
  ...line,
  gridTemplateAreas: '"time status who papers acts"',
  alignItems: 'start',
  padding: '10px 8px',
  [narrow]: { gridTemplateAreas: '"time status" "who who" "papers papers" "acts acts"', rowGap: 4 },
  '&[aria-current="true"]': { background: 'var(--accent-wash)', boxShadow: 'inset 4px 0 0 var(--accent)' },
  '&[data-fresh="true"]': { outline: '2px solid var(--accent)', outlineOffset: -2 },
  '&[data-over="true"]': { color: 'var(--ink-soft)' },
});

const Time = styled('span')({
  gridArea: 'time',
  fontWeight: 700,
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
});

const Who = styled('div')({
  gridArea: 'who',
  '& > button': {
    padding: 0,
    color: 'inherit',
    fontWeight: 700,
    textAlign: 'left',
    textDecoration: 'underline',
    textDecorationColor: 'var(--line-strong)',
    textUnderlineOffset: '0.2em',
    background: 'none',
    border: 0,
    cursor: 'pointer',
  },
  '& > button:hover': { color: 'var(--accent)' },
  '@media (pointer: coarse)': { '& > button': { minHeight: 'var(--target)' } },
});

const Tag = styled('em')({ marginLeft: 8, fontStyle: 'normal', fontWeight: 700, color: 'var(--accent)' });

const Trouble = styled('p')({ color: 'var(--warn)', fontWeight: 650 });

const Papers = styled('div')({ gridArea: 'papers', fontSize: '0.9rem', color: 'var(--ink-soft)' });

const Acts = styled('div')({
  gridArea: 'acts',
  display: 'flex',
  justifyContent: 'flex-end',
  gap: 8,
  whiteSpace: 'nowrap',
  '& > button': { paddingBlock: 4 },
  '@media (pointer: fine)': { '& > button': { minHeight: 36 } },
  [narrow]: { marginTop: 4, '& > :first-of-type:not(:last-of-type)': { flex: 1 } },
});

const Quiet = styled('li')({
  ...line,
  alignItems: 'center',
  minHeight: 40,
  padding: '2px 8px',
  color: 'var(--ink-soft)',
  '&[data-kind="absence"]': {
    background: 'repeating-linear-gradient(-45deg, transparent 0 6px, var(--line) 6px 7px)',
    '& > span': { justifySelf: 'start', paddingInline: 6, background: 'var(--paper)' },
  },
  '& > :last-child': { gridColumn: '2 / -1', justifySelf: 'start' },
  '& button': { minHeight: 36, marginLeft: -12, paddingBlock: 2 },
  '@media (pointer: coarse)': { '& button': { minHeight: 'var(--target)' } },
  [narrow]: { gridTemplateColumns: 'max-content 1fr', columnGap: 16 },
});

export interface DayListProps {
  entries: readonly AgendaEntry[];
  causes: Causes;
  selected: string | undefined;
  news: News;
  /** Free time before this minute is over. */
  from: number;
  onSelect: (visit: Appointment) => void;
  onBook: (span: MinuteSpan) => void;
}

/** The day to read: the same visits as the timeline, with all that is known of them. */
export function DayList({ entries, causes, selected, news, from, onSelect, onBook }: DayListProps) {
  return (
    <Room>
      <List role="list">
        {entries
          .filter(isOfUse)
          .map((entry) =>
            entry.kind === 'visit' ? (
              <VisitRow
                key={entry.visit.id}
                visit={entry.visit}
                cause={causes.get(entry.visit.id)}
                current={entry.visit.id === selected}
                news={news}
                onSelect={onSelect}
              />
            ) : (
              <QuietRow key={`${entry.kind} ${entry.from}`} entry={entry} onBook={onBook} />
            ),
          )}
      </List>
    </Room>
  );

  /** Free time that is over is of no use to anyone. */
  function isOfUse(entry: AgendaEntry) {
    return entry.kind !== 'free' || entry.to > from;
  }
}

interface VisitRowProps {
  visit: Appointment;
  cause: Cause | undefined;
  current: boolean;
  news: News;
  onSelect: (visit: Appointment) => void;
}

function VisitRow({ visit, cause, current, news, onSelect }: VisitRowProps) {
  const { t } = useTranslation('visits');
  const words = useVisitWords();
  const { customer, reason, status } = visit;
  const papers = reason.requiredDocuments.join(', ');
  const fresh = news.fresh.get(visit.id);
  const waits = status === 'IN_PROGRESS' || status === 'CHECKED_IN';
  return (
    <Row
      aria-current={current ? 'true' : undefined}
      data-fresh={fresh !== undefined}
      data-over={status === 'FINISHED' || status === 'CANCELLED'}
    >
      <Time>{words.span(visit)}</Time>
      <div style={{ gridArea: 'status' }}>
        <StatusMark status={status} />
      </div>
      <Who>
        <button
          type="button"
          data-visit={visit.id}
          aria-label={t('list.open', { customer: customer.displayName })}
          onClick={() => onSelect(visit)}
        >
          {customer.displayName}
        </button>
        {fresh !== undefined && <Tag>{t(`change.tag.${fresh}`)}</Tag>}
        <p>{reason.name}</p>
        {cause !== undefined && <Trouble>{t(`why.${cause}`)}</Trouble>}
        <CallLink customer={customer} />
      </Who>
      <Papers>{papers === '' ? t('list.noPapers') : papers}</Papers>
      <Acts>
        <NextStep visit={visit} quiet={!waits} />
        <MoreActs visit={visit} cause={cause} />
      </Acts>
    </Row>
  );
}

interface QuietRowProps {
  entry: Exclude<AgendaEntry, { kind: 'visit' }>;
  onBook: (span: MinuteSpan) => void;
}

function QuietRow({ entry, onBook }: QuietRowProps) {
  const { t } = useTranslation('visits');
  const { t: ts } = useTranslation('staff');
  const { language } = useWhen();
  const written = (minute: number) => formatClock(clock(minute), language);
  const hours = { from: written(entry.from), to: written(entry.to) };
  const duration = formatMinutes(entry.to - entry.from, language);
  const free = t('free.short', { duration });
  const books = useMay('bookAppointment');
  return (
    <Quiet data-kind={entry.kind}>
      <span>{t('hours', hours)}</span>
      {entry.kind === 'absence' && <span>{ts(`absence.${entry.absence.kind}`)}</span>}
      {entry.kind === 'free' && !books && <span>{free}</span>}
      {entry.kind === 'free' && books && (
        <Button variant="text" aria-label={t('free.book', { ...hours, duration })} onClick={() => onBook(entry)}>
          {free}
        </Button>
      )}
    </Quiet>
  );
}
