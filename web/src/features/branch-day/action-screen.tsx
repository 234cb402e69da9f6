import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertIcon } from '@/components/icons';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Empty } from '@/components/states';
import { useDesk, VisitDesk } from '@/components/visits/desk';
import { MoreActs } from '@/components/visits/visit-acts';
import { CallLink, VisitDetails } from '@/components/visits/visit-details';
import { VisitPanel } from '@/components/visits/visit-panel';
import { useVisitWords } from '@/components/visits/words';
import { needingActionOptions } from '@/generated/@tanstack/react-query.gen';
import type { NeedingAction } from '@/generated/types.gen';
import { useLive } from '@/lib/live/use-live';
import { capitalised } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';

export interface ActionScreenProps {
  branchId: string;
  chosen: string | undefined;
  onChoose: (visitId: string | undefined) => void;
  before?: ReactNode;
}

/** Booked visits that cannot stay as they are: listed until someone decides, never lost. */
export function ActionScreen(props: ActionScreenProps) {
  const { t } = useTranslation('branch-day');
  return (
    <VisitDesk>
      <Page title={t('action.title')} lead={t('action.lead')} before={props.before}>
        <Visits {...props} />
      </Page>
    </VisitDesk>
  );
}

function Visits({ branchId, chosen, onChoose }: ActionScreenProps) {
  const { t } = useTranslation('branch-day');
  const query = useQuery(needingActionOptions({ path: { id: branchId } }));
  useLive([`branch:${branchId}`], [[{ _id: 'needingAction' }]]);
  const open = query.data?.find(({ appointment }) => appointment.id === chosen);
  return (
    <>
      <Loaded query={query}>{(items) => <Days items={items} onChoose={onChoose} />}</Loaded>
      {open !== undefined && (
        <VisitPanel title={t('visit')} onClose={() => onChoose(undefined)}>
          <VisitDetails visit={open.appointment} cause={open.cause} />
        </VisitPanel>
      )}
    </>
  );
}

const Left = styled('p')({ marginBottom: 16, fontWeight: 650 });

const Day = styled('section')({ '& + &': { marginTop: 28 }, '& h2': { fontSize: '1.0625rem', marginBottom: 4 } });

function Days({ items, onChoose }: { items: readonly NeedingAction[]; onChoose: (id: string) => void }) {
  const { t } = useTranslation('branch-day');
  const { day } = useWhen();
  const left = useRef<HTMLParagraphElement>(null);
  const before = useRef(items.length);

  // The row that had the focus is gone: go on from the top of what is left.
  useEffect(() => {
    if (items.length < before.current && document.activeElement === document.body) left.current?.focus();
    before.current = items.length;
  }, [items.length]);

  const days = Map.groupBy(items, ({ appointment }) => capitalised(day(appointment.start, appointment.branch.zone)));
  return (
    <>
      {items.length > 0 && (
        <Left ref={left} tabIndex={-1}>
          {t('action.left', { count: items.length })}
        </Left>
      )}
      {items.length === 0 && (
        <Empty title={t('action.none')}>
          <p>{t('action.noneDetail')}</p>
        </Empty>
      )}
      {[...days].map(([name, some]) => (
        <Day key={name} aria-label={name}>
          <h2>{name}</h2>
          <List role="list">
            {some.map((item) => (
              <Item key={item.appointment.id} item={item} onChoose={onChoose} />
            ))}
          </List>
        </Day>
      ))}
    </>
  );
}

const phone = '@media (max-width: 43rem)';

const List = styled('ul')({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(11rem, 2fr) minmax(10rem, 2fr) max-content',
  columnGap: 24,
  listStyle: 'none',
  borderBottom: '1px solid var(--line)',
  [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Row = styled('li')({
  display: 'grid',
  gridColumn: '1 / -1',
  gridTemplateColumns: 'subgrid',
  alignItems: 'start',
  rowGap: 4,
  padding: '10px 4px',
  borderTop: '1px solid var(--line)',
});

const Hours = styled('p')({ fontWeight: 700, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' });

const Name = styled('button')({
  padding: 0,
  fontWeight: 700,
  textAlign: 'left',
  textDecoration: 'underline',
  textDecorationColor: 'var(--line-strong)',
  textUnderlineOffset: '0.2em',
  background: 'none',
  border: 0,
  cursor: 'pointer',
  '@media (pointer: coarse)': { minHeight: 'var(--target)' },
});

const Cause = styled('p')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  color: 'var(--warn)',
  fontWeight: 650,
  '& svg': { width: '1.15em', height: '1.15em' },
});

const Soft = styled('p')({ color: 'var(--ink-soft)' });

const Acts = styled('div')({
  display: 'flex',
  justifyContent: 'flex-end',
  gap: 8,
  whiteSpace: 'nowrap',
  '@media (pointer: fine)': { '& > button': { minHeight: 36, paddingBlock: 4 } },
  [phone]: { '& > :first-of-type': { flex: 1 } },
});

/** What usually helps: another hour when the doors are closed, another person when the person is missing. */
const remedies = {
  BRANCH_CLOSED: 'MOVE',
  OUTSIDE_HOURS: 'MOVE',
  ADVISER_ABSENT: 'REASSIGN',
  ADVISER_NOT_QUALIFIED: 'REASSIGN',
  ADVISER_LEFT: 'REASSIGN',
} as const;

function Item({ item: { appointment, cause }, onChoose }: { item: NeedingAction; onChoose: (id: string) => void }) {
  const { t } = useTranslation('branch-day');
  const { t: tv } = useTranslation('visits');
  const words = useVisitWords();
  const { act } = useDesk();
  const { customer, adviser, reason, allowed } = appointment;
  const remedy = remedies[cause];
  const name = customer.displayName;
  return (
    <Row>
      <Hours>{words.span(appointment)}</Hours>
      <div>
        <Name type="button" aria-label={tv('list.open', { customer: name })} onClick={() => onChoose(appointment.id)}>
          {name}
        </Name>
        <p>{reason.name}</p>
        <CallLink customer={customer} />
      </div>
      <div>
        <Cause>
          <AlertIcon />
          {tv(`why.${cause}`)}
        </Cause>
        <Soft>{t('action.with', { adviser: adviser.displayName })}</Soft>
      </div>
      <Acts>
        {allowed.includes(remedy) && (
          <Button
            variant="outlined"
            aria-label={t('action.for', { act: tv(`act.${remedy}`), customer: name })}
            onClick={() => act(appointment, remedy, cause)}
          >
            {tv(`act.${remedy}`)}
          </Button>
        )}
        <MoreActs visit={appointment} cause={cause} />
      </Acts>
    </Row>
  );
}
