import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { TextField } from '@/components/fields';
import { Stack } from '@/components/layout';
import { isPeriod, periodOf, type PeriodDraft } from '@/components/staff/period';
import { PeriodFields } from '@/components/staff/period-fields';
import { useTold } from '@/components/staff/use-told';
import { Failure } from '@/components/states';
import { refreshCalendars } from '@/components/visits/acts';
import { overlap } from '@/components/visits/colleagues';
import { getBranchQueryKey, needingActionOptions } from '@/generated/@tanstack/react-query.gen';
import { addClosure, removeClosure } from '@/generated/sdk.gen';
import type { AddClosure, BranchDetail, Closure } from '@/generated/types.gen';
import { forgetIntent, idempotencyKey } from '@/lib/api/headers';
import type { LocalDate } from '@/lib/time/local-date';

const List = styled('ul')({
  listStyle: 'none',
  margin: '8px 0 24px',
  '&:not(:empty)': { borderBottom: '1px solid var(--line)' },
  '& li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '0 16px',
    padding: '10px 0',
    borderTop: '1px solid var(--line)',
  },
});

export interface ClosuresProps {
  branch: BranchDetail;
  today: LocalDate;
  actionLink: (children: ReactNode) => ReactNode;
}

/** When the branch is closed besides its usual hours, and why. */
export function Closures({ branch, today, actionLink }: ClosuresProps) {
  const { t } = useTranslation('branch-hours');
  return (
    <>
      {branch.upcomingClosures.length === 0 && <p>{t('closures.none')}</p>}
      <List role="list">
        {branch.upcomingClosures.map((closure) => (
          <Row key={closure.id} branch={branch} closure={closure} actionLink={actionLink} />
        ))}
      </List>
      <AddClosureForm branch={branch} today={today} />
    </>
  );
}

function useRefresh(branchId: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: getBranchQueryKey({ path: { id: branchId } }) }),
      refreshCalendars(client),
    ]);
}

interface RowProps {
  branch: BranchDetail;
  closure: Closure;
  actionLink: ClosuresProps['actionLink'];
}

function Row({ branch, closure, actionLink }: RowProps) {
  const { t } = useTranslation('branch-hours');
  const told = useTold();
  const refresh = useRefresh(branch.id);
  const action = useQuery({ ...needingActionOptions({ path: { id: branch.id } }), staleTime: 60_000 });
  const reopening = useMutation({
    mutationFn: () => removeClosure({ path: { id: closure.id } }),
    onSuccess: async () => {
      announce(t('closures.removed'));
      await refresh();
    },
  });
  const when = told(closure);
  const span = { start: closure.from, end: closure.to };
  const touched =
    action.data?.filter(({ cause, appointment }) => cause === 'BRANCH_CLOSED' && overlap(appointment, span)).length ??
    0;
  return (
    <li>
      <div>
        <p>
          <strong>{when}</strong>
        </p>
        <p>
          {closure.reason}
          {touched > 0 && <> · {actionLink(t('closures.touched', { count: touched }))}</>}
        </p>
        {reopening.isError && <Failure error={reopening.error} />}
      </div>
      <Button
        variant="outlined"
        disabled={reopening.isPending}
        aria-label={t('closures.removeWhat', { when })}
        onClick={() => reopening.mutate()}
      >
        {t('closures.remove')}
      </Button>
    </li>
  );
}

function AddClosureForm({ branch, today }: { branch: BranchDetail; today: LocalDate }) {
  const { t } = useTranslation('branch-hours');
  const refresh = useRefresh(branch.id);
  const start: PeriodDraft = { wholeDays: true, first: today, last: today, from: '14:00', to: '18:00' };
  const [draft, setDraft] = useState(start);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const period = periodOf(draft);
  const closing = useMutation({
    mutationFn: async (body: AddClosure) => {
      const intent = `closure ${branch.id} ${JSON.stringify(body)}`;
      await addClosure({ path: { id: branch.id }, body, headers: idempotencyKey(intent) });
      forgetIntent(intent);
    },
    onSuccess: async () => {
      announce(t('closures.saved'));
      setDraft(start);
      setReason('');
      setAsked(false);
      await refresh();
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isPeriod(period) && reason.trim() !== '') closing.mutate({ ...period, reason: reason.trim() });
      }}
    >
      <Stack gap={2}>
        <h3>{t('closures.add')}</h3>
        {closing.isError && <Failure key={closing.submittedAt} error={closing.error} focused />}
        <PeriodFields
          draft={draft}
          today={today}
          wrong={asked && !isPeriod(period) ? period : undefined}
          onChange={setDraft}
        />
        <TextField
          label={t('closures.reason')}
          hint={t('closures.reasonHint')}
          maxLength={200}
          value={reason}
          error={asked && reason.trim() === '' ? t('closures.reasonMissing') : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <p>{t('closures.note')}</p>
        <div>
          <Button type="submit" variant="contained" disabled={closing.isPending}>
            {t('closures.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
