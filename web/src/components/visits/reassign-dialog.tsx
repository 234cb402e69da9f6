import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Notice } from '@/components/notice';
import { Failure, Loading } from '@/components/states';
import { branchCalendarOptions, listBranchAdvisersOptions } from '@/generated/@tanstack/react-query.gen';
import type { Appointment, ReassignAppointment } from '@/generated/types.gen';
import { dateIn } from '@/lib/time/zones';
import { colleaguesFor, type Colleague } from './colleagues';
import { useVisitWords } from './words';

const People = styled('fieldset')({
  '& > legend': { padding: 0, marginBottom: 8, fontWeight: 650 },
});

const Person = styled('label')({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr auto',
  alignItems: 'center',
  gap: 12,
  minHeight: 'var(--target)',
  padding: '4px 12px',
  borderTop: '1px solid var(--line)',
  cursor: 'pointer',
  '&:last-of-type': { borderBottom: '1px solid var(--line)' },
  '& input': { width: '1.2rem', height: '1.2rem', margin: 0, accentColor: 'var(--accent)' },
  '& span:last-of-type': { color: 'var(--ink-soft)', textAlign: 'right' },
  '&:has(:checked)': { background: 'var(--accent-wash)', fontWeight: 650 },
  '&:has(:disabled)': { color: 'var(--ink-soft)', cursor: 'not-allowed' },
  '&:has(:focus-visible)': { outline: '3px solid var(--ink)', outlineOffset: -1 },
  '& input:focus-visible': { outline: 'none' },
});

export interface ReassignDialogProps {
  visit: Appointment;
  pending: boolean;
  error: unknown;
  onConfirm: (body: ReassignAppointment) => void;
  onClose: () => void;
}

/** Gives a visit to a colleague at the same hour: only those who handle its reason, who is free first. */
export function ReassignDialog({ visit, pending, error, onConfirm, onClose }: ReassignDialogProps) {
  const { t } = useTranslation('visits');
  const words = useVisitWords();
  const [chosen, setChosen] = useState<Colleague>();
  const { branch, reason } = visit;
  const date = dateIn(branch.zone, visit.start);
  const day = useQuery(branchCalendarOptions({ path: { id: branch.id }, query: { date } }));
  const qualified = useQuery(listBranchAdvisersOptions({ path: { id: branch.id }, query: { reason: reason.id } }));
  const failed = day.error ?? qualified.error;
  const colleagues =
    day.data !== undefined && qualified.data !== undefined ? colleaguesFor(visit, qualified.data, day.data) : undefined;

  return (
    <Dialog
      open
      title={t('reassign.title', { customer: visit.customer.displayName })}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="contained"
            disabled={chosen === undefined || pending}
            onClick={() => chosen !== undefined && onConfirm({ adviserId: chosen.id })}
          >
            {chosen === undefined
              ? t('reassign.confirmNobody')
              : t('reassign.confirm', { adviser: chosen.displayName })}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p>{t('reassign.lead', { when: words.when(visit.start, branch.zone), reason: reason.name })}</p>
      {error !== null && <Failure error={error} focused />}
      {failed !== null && (
        <Failure error={failed} retry={() => void Promise.all([day.refetch(), qualified.refetch()])} />
      )}
      {failed === null && colleagues === undefined && <Loading lines={3} />}
      {colleagues !== undefined && (
        <Colleagues colleagues={colleagues} chosen={chosen?.id} onChoose={(colleague) => setChosen(colleague)} />
      )}
    </Dialog>
  );
}

interface ColleaguesProps {
  colleagues: readonly Colleague[];
  chosen: string | undefined;
  onChoose: (colleague: Colleague) => void;
}

function Colleagues({ colleagues, chosen, onChoose }: ColleaguesProps) {
  const { t } = useTranslation('visits');
  const words = useVisitWords();
  const name = useId();
  if (colleagues.length === 0) return <Notice tone="warn" title={t('reassign.nobody')} />;
  const nobodyFree = colleagues.every(({ availability }) => availability.state !== 'free');
  return (
    <>
      {nobodyFree && <Notice title={t('reassign.nobodyFree')} />}
      <People>
        <legend>{t('reassign.who')}</legend>
        {colleagues.map((colleague) => (
          <Person key={colleague.id}>
            <input
              type="radio"
              name={name}
              disabled={colleague.availability.state !== 'free'}
              checked={colleague.id === chosen}
              onChange={() => onChoose(colleague)}
            />
            <span>{colleague.displayName}</span>
            <span>
              {colleague.availability.state === 'busy'
                ? t('reassign.busy', { time: words.time(colleague.availability.visit) })
                : t(`reassign.${colleague.availability.state}`)}
            </span>
          </Person>
        ))}
      </People>
    </>
  );
}
