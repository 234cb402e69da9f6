import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Empty, Failure, Loading } from '@/components/states';
import { refreshCalendars } from '@/components/visits/acts';
import {
  listAbsencesOptions,
  listBranchAdvisersOptions,
  needingActionOptions,
} from '@/generated/@tanstack/react-query.gen';
import { removeAbsence } from '@/generated/sdk.gen';
import type { Absence, AdviserSummary } from '@/generated/types.gen';
import { useLive } from '@/lib/live/use-live';
import type { LocalDate } from '@/lib/time/local-date';
import { clockIn, dateIn } from '@/lib/time/zones';
import { AddAbsenceForm } from './add-absence';
import { toCome } from '@/components/staff/period';
import { useTold } from '@/components/staff/use-told';

export interface AbsencesScreenProps {
  branchId: string;
  today: LocalDate;
  /** The adviser who looks, or the one that a manager came for. */
  adviserId: string | undefined;
  /** Managers see and add everyone's. */
  everyone: boolean;
  actionLink: (children: ReactNode) => ReactNode;
  before?: ReactNode;
}

export function AbsencesScreen({ branchId, adviserId, everyone, before, ...rest }: AbsencesScreenProps) {
  const { t } = useTranslation('absences');
  const advisers = useQuery(listBranchAdvisersOptions({ path: { id: branchId } }));
  return (
    <Page title={t('title')} lead={t('lead')} before={before}>
      <Loaded query={advisers}>
        {(all) => {
          const some = everyone ? all : all.filter(({ id }) => id === adviserId);
          return <Absences {...rest} branchId={branchId} advisers={some} adviserId={adviserId} />;
        }}
      </Loaded>
    </Page>
  );
}

const Halves = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: '40px 56px',
  '& h2': { fontSize: '1.125rem', marginBottom: 12 },
  '@media (min-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr) 26rem' },
});

const Form = styled('section')({
  alignSelf: 'start',
  padding: 20,
  background: 'var(--surface)',
  border: 'var(--border) solid var(--line)',
  borderRadius: 8,
});

interface AbsencesProps {
  branchId: string;
  today: LocalDate;
  advisers: readonly AdviserSummary[];
  adviserId: string | undefined;
  actionLink: AbsencesScreenProps['actionLink'];
}

function Absences({ branchId, today, advisers, adviserId, actionLink }: AbsencesProps) {
  const { t } = useTranslation('absences');
  const [chosen, setChosen] = useState<string>();
  const lists = useQueries({
    queries: advisers.map(({ id }) => listAbsencesOptions({ path: { id } })),
  });
  useLive([`branch:${branchId}`], [[{ _id: 'listAbsences' }], [{ _id: 'needingAction' }]]);
  const failed = lists.find(({ isError }) => isError);
  const waiting = lists.some(({ isPending }) => isPending);
  const rows = advisers.flatMap((adviser, index) =>
    toCome(lists[index]?.data ?? [], today).map((absence) => ({ adviser, absence })),
  );
  rows.sort((a, b) => a.absence.from.localeCompare(b.absence.from));
  const formFor = chosen ?? adviserId ?? advisers[0]?.id;

  return (
    <Halves>
      <section aria-labelledby="absences-to-come">
        <h2 id="absences-to-come">{t('list.title')}</h2>
        {failed !== undefined && <Failure error={failed.error} retry={() => void failed.refetch()} />}
        {failed === undefined && waiting && <Loading lines={4} />}
        {!waiting && failed === undefined && rows.length === 0 && (
          <Empty title={t('list.none')}>
            <p>{t('list.noneDetail')}</p>
          </Empty>
        )}
        <List role="list">
          {rows.map(({ adviser, absence }) => (
            <Row
              key={absence.id}
              branchId={branchId}
              adviser={adviser}
              absence={absence}
              named={advisers.length > 1}
              actionLink={actionLink}
            />
          ))}
        </List>
      </section>
      {formFor !== undefined && (
        <Form aria-labelledby="absences-add">
          <h2 id="absences-add">{t('add.title')}</h2>
          <AddAbsenceForm advisers={advisers} adviserId={formFor} today={today} onAdviser={setChosen} />
        </Form>
      )}
    </Halves>
  );
}

const List = styled('ul')({ listStyle: 'none', '&:not(:empty)': { borderBottom: '1px solid var(--line)' } });

const Item = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: '0 16px',
  padding: '10px 4px',
  borderTop: '1px solid var(--line)',
  '& span': { color: 'var(--ink-soft)' },
});

interface RowProps {
  branchId: string;
  adviser: AdviserSummary;
  absence: Absence;
  named: boolean;
  actionLink: AbsencesScreenProps['actionLink'];
}

function Row({ branchId, adviser, absence, named, actionLink }: RowProps) {
  const { t } = useTranslation('absences');
  const told = useTold();
  const client = useQueryClient();
  const action = useQuery({ ...needingActionOptions({ path: { id: branchId } }), staleTime: 60_000 });
  const removal = useMutation({
    mutationFn: () => removeAbsence({ path: { id: absence.id } }),
    onSuccess: async () => {
      announce(t('list.removed'));
      await Promise.all([refreshCalendars(client), client.invalidateQueries({ queryKey: [{ _id: 'listAbsences' }] })]);
    },
  });
  const when = told(absence);
  const touches = action.data?.filter(({ appointment: { adviser: his, start, end, branch } }) => {
    const local = (instant: string) => `${dateIn(branch.zone, instant)}T${clockIn(branch.zone, instant)}`;
    return his.id === adviser.id && local(start) < local(absence.to) && local(absence.from) < local(end);
  });
  return (
    <Item>
      <div>
        <p>
          <strong>{named ? adviser.displayName : when}</strong>
        </p>
        {named && <p>{when}</p>}
        <p>
          <span>{t(`kind.${absence.kind}`)}</span>
          {touches !== undefined && touches.length > 0 && (
            <> · {actionLink(t('list.touches', { count: touches.length }))}</>
          )}
        </p>
        {removal.isError && <Failure error={removal.error} />}
      </div>
      <Button
        variant="outlined"
        disabled={removal.isPending}
        aria-label={t('list.removeWhat', { adviser: adviser.displayName, when })}
        onClick={() => removal.mutate()}
      >
        {t('list.remove')}
      </Button>
    </Item>
  );
}
