import { keyframes, styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { AlertIcon } from '@/components/icons';
import type { Appointment, NeedingAction } from '@/generated/types.gen';
import { StatusIcon } from './status';
import type { Freshness } from './use-news';
import { useVisitWords } from './words';

const arrive = keyframes({ from: { boxShadow: '0 0 0 6px var(--accent-wash)' } });

/* What is written shrinks with the room there is: a quarter of an hour holds one line, an hour holds three. */
const Block = styled('button')({
  containerType: 'size',
  display: 'flex',
  alignItems: 'flex-start',
  width: '100%',
  height: '100%',
  padding: 0,
  overflow: 'hidden',
  textAlign: 'left',
  lineHeight: 1.25,
  color: 'var(--ink)',
  background: 'var(--surface)',
  border: 'var(--border) solid var(--line-strong)',
  borderLeft: '4px solid var(--accent)',
  borderRadius: 4,
  cursor: 'pointer',
  '&:hover': { borderColor: 'var(--accent)' },
  '&:focus-visible': { outlineOffset: 1, position: 'relative', zIndex: 2 },
  '&[aria-pressed="true"]': { outline: '3px solid var(--ink)', outlineOffset: 1, position: 'relative', zIndex: 1 },
  '&[data-status="CHECKED_IN"]': { background: 'var(--accent-wash)', borderColor: 'var(--accent)' },
  '&[data-status="IN_PROGRESS"]': {
    color: 'var(--accent-ink)',
    background: 'var(--accent)',
    borderColor: 'var(--accent)',
  },
  '&[data-status="FINISHED"]': {
    color: 'var(--ink-soft)',
    background: 'var(--sunk)',
    borderColor: 'var(--line-strong)',
  },
  '&[data-status="NO_SHOW"]': { background: 'var(--warn-wash)', borderColor: 'var(--warn)' },
  '&[data-status="CANCELLED"]': {
    color: 'var(--ink-soft)',
    background: 'transparent',
    borderStyle: 'dashed',
    borderColor: 'var(--line-strong)',
  },
  '&[data-status="CANCELLED"] strong': { textDecoration: 'line-through' },
  '&[data-trouble="true"]': { borderLeftColor: 'var(--warn)', borderLeftWidth: 6 },
  '&[data-fresh="true"]': {
    borderColor: 'var(--accent)',
    boxShadow: '0 0 0 2px var(--accent)',
    animation: `${arrive} 1.2s ease-out`,
  },
});

const Inside = styled('span')({
  display: 'flex',
  flexDirection: 'column',
  width: '100%',
  padding: '3px 6px',
  '& svg': { width: '1.1em', height: '1.1em', verticalAlign: '-0.15em', flex: 'none' },
  '@container (height < 34px)': { flexDirection: 'row', gap: '0 8px', paddingBlock: 1 },
});

const Line = styled('span')({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 });

const First = styled(Line)({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  flex: 'none',
  '& strong': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '@container (height < 34px)': { maxWidth: '100%' },
});

const Time = styled('span')({
  fontVariantNumeric: 'tabular-nums',
  '@container (width < 200px)': { display: 'none' },
});

const Later = styled(Line)({
  '@container (height < 34px) and (width < 320px)': { display: 'none' },
  '@container (height >= 56px) and (width < 200px)': { whiteSpace: 'normal' },
});

/** Only where there is room to spare: what to prepare, or what is wrong. */
const Note = styled(Line)({
  display: 'none',
  color: 'inherit',
  '@container (height >= 66px) and (width >= 320px)': { display: 'block' },
});

const Tag = styled('span')({
  flex: 'none',
  padding: '0 5px',
  fontSize: '0.75rem',
  fontWeight: 700,
  color: 'var(--accent-ink)',
  background: 'var(--accent)',
  borderRadius: 3,
});

export interface VisitBlockProps {
  visit: Appointment;
  selected: boolean;
  fresh?: Freshness | undefined;
  cause?: NeedingAction['cause'] | undefined;
  onSelect: (visit: Appointment) => void;
}

/** A visit on the timeline. Its name says everything that the drawing shows. */
export function VisitBlock({ visit, selected, fresh, cause, onSelect }: VisitBlockProps) {
  const { t } = useTranslation('visits');
  const words = useVisitWords();
  const { customer, reason, status } = visit;
  const said = [
    words.span(visit),
    customer.displayName,
    reason.name,
    t(`status.${status}`),
    cause === undefined ? undefined : t(`why.${cause}`),
    fresh === undefined ? undefined : t(`change.tag.${fresh}`),
  ];
  return (
    <Block
      type="button"
      data-visit={visit.id}
      data-status={status}
      data-fresh={fresh !== undefined}
      data-trouble={cause !== undefined}
      aria-pressed={selected}
      title={`${words.span(visit)} ${customer.displayName}`}
      onClick={() => onSelect(visit)}
    >
      <span className="visually-hidden">{said.filter((part) => part !== undefined).join(', ')}</span>
      <Inside aria-hidden="true">
        <First>
          {cause === undefined ? <StatusIcon status={status} /> : <AlertIcon />}
          <Time>{words.time(visit)}</Time>
          <strong>{customer.displayName}</strong>
          {fresh !== undefined && <Tag>{t(`change.tag.${fresh}`)}</Tag>}
        </First>
        <Later>{reason.name}</Later>
        <Note>{cause === undefined ? reason.requiredDocuments.join(', ') : t(`why.${cause}`)}</Note>
      </Inside>
    </Block>
  );
}
