import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Choice } from '@/components/fields';
import { Notice } from '@/components/notice';
import { SlotButtons } from '@/components/slots/slot-buttons';
import type { SlotSearch } from '@/components/slots/search';
import { SlotPicker } from '@/components/slots/slot-picker';
import { Failure } from '@/components/states';
import type { Appointment, MoveAppointment, Slot } from '@/generated/types.gen';
import { isProblem } from '@/lib/api/problems';
import { useWhen } from '@/lib/time/use-when';
import { useWhy, type LikelyReason } from './why';

export interface MoveDialogProps {
  visit: Appointment;
  likely: LikelyReason | undefined;
  pending: boolean;
  error: unknown;
  onConfirm: (body: MoveAppointment) => void;
  onClose: () => void;
}

/** Another time for a visit, among those that are really free, with the same adviser or with anyone who can. */
export function MoveDialog({ visit, likely, pending, error, onConfirm, onClose }: MoveDialogProps) {
  const { t } = useTranslation('visits');
  const { dayTime } = useWhen();
  const [who, setWho] = useState<'same' | 'anyone'>('same');
  const [search, setSearch] = useState<SlotSearch>({});
  const [slot, setSlot] = useState<Slot>();
  const { question, answer } = useWhy(likely);
  const { branch, adviser, reason } = visit;
  const adviserId = who === 'same' ? adviser.id : undefined;
  const nearest = isProblem(error, 'slot-taken') ? (error.body.nearest ?? []) : [];
  const confirm = () => {
    const why = slot === undefined ? undefined : answer();
    if (slot === undefined || why === undefined) return;
    onConfirm({ start: slot.start, reason: why, ...(adviserId === undefined ? {} : { adviserId }) });
  };

  return (
    <Dialog
      open
      size="wide"
      title={t('move.title', { customer: visit.customer.displayName })}
      onClose={onClose}
      actions={
        <>
          <Button variant="contained" disabled={slot === undefined || pending} onClick={confirm}>
            {t('move.confirm')}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p>{t('move.planned', { when: dayTime(visit.start, branch.zone), adviser: adviser.displayName })}</p>
      {error !== null && <Failure error={error} focused />}
      {nearest.length > 0 && (
        <section aria-label={t('nearest')}>
          <SlotButtons slots={nearest} zone={branch.zone} dated onPick={setSlot} />
        </section>
      )}
      {slot === undefined ? (
        <>
          <Choice
            label={t('move.with')}
            name="move-who"
            value={who}
            options={[
              { value: 'same', label: t('move.same', { adviser: adviser.displayName }) },
              { value: 'anyone', label: t('move.anyone') },
            ]}
            onChange={setWho}
          />
          <SlotPicker
            branchId={branch.id}
            reasonId={reason.id}
            zone={branch.zone}
            adviserId={adviserId}
            search={search}
            onSearch={setSearch}
            onPick={setSlot}
          />
        </>
      ) : (
        <>
          <Notice focused title={t('move.chosen', { when: dayTime(slot.start, branch.zone) })}>
            <Button variant="outlined" onClick={() => setSlot(undefined)}>
              {t('move.another')}
            </Button>
          </Notice>
          {question}
        </>
      )}
    </Dialog>
  );
}
