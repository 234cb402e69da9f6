import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Notice } from '@/components/notice';
import { PhoneLink } from '@/components/phone-link';
import type { SlotSearch } from '@/components/slots/search';
import { SlotPicker } from '@/components/slots/slot-picker';
import { Failure } from '@/components/states';
import { moveAppointment } from '@/generated/sdk.gen';
import type { Appointment, Slot } from '@/generated/types.gen';
import { idempotencyKey, ifMatch } from '@/lib/api/headers';
import { isProblem } from '@/lib/api/problems';
import { useWhen } from '@/lib/time/use-when';
import { Changed } from './changed';
import { appointmentIs } from './queries';
import { SlotRefused } from './slot-refused';
import { staleVisit } from './stale';

const Compare = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 16,
  rowGap: 8,
  '& dt': { color: 'var(--ink-soft)' },
});

const Current = styled('p')({ marginBottom: 24 });

export interface MoveVisitProps {
  visit: Appointment;
  search: SlotSearch;
  onSearch: (search: SlotSearch) => void;
  onMoved: (visit: Appointment) => void;
}

export function MoveVisit({ visit, search, onSearch, onMoved }: MoveVisitProps) {
  const { t } = useTranslation('appointments');
  const { dayTime } = useWhen();
  const [wished, setWished] = useState<Slot>();
  const { zone } = visit.branch;

  if (!visit.allowed.includes('MOVE')) {
    return (
      <Notice title={t('tooLate.title')}>
        <p>{t('tooLate.detail', { when: dayTime(visit.changeableUntil, zone) })}</p>
        {visit.branch.phone !== undefined && <PhoneLink phone={visit.branch.phone} />}
      </Notice>
    );
  }
  return (
    <>
      <Current>{t('move.now', { when: dayTime(visit.start, zone), adviser: visit.adviser.displayName })}</Current>
      <SlotPicker
        branchId={visit.branch.id}
        reasonId={visit.reason.id}
        zone={zone}
        search={search}
        onSearch={onSearch}
        onPick={setWished}
      />
      {wished !== undefined && (
        <MoveDialog
          key={wished.start}
          visit={visit}
          slot={wished}
          onPick={setWished}
          onClose={() => setWished(undefined)}
          onMoved={onMoved}
        />
      )}
    </>
  );
}

interface MoveDialogProps {
  visit: Appointment;
  slot: Slot;
  onPick: (slot: Slot) => void;
  onClose: () => void;
  onMoved: (visit: Appointment) => void;
}

/** Before and after, side by side, and one act. */
function MoveDialog({ visit, slot, onPick, onClose, onMoved }: MoveDialogProps) {
  const { t } = useTranslation('appointments');
  const { dayTime } = useWhen();
  const client = useQueryClient();
  const [shown] = useState(visit);
  const [current, setCurrent] = useState<Appointment>();
  const latest = current ?? visit;
  const { zone } = latest.branch;

  const move = useMutation({
    mutationFn: async (at: Appointment) => {
      const { data } = await moveAppointment({
        path: { id: at.id },
        body: { start: slot.start },
        headers: { ...ifMatch(at), ...idempotencyKey(`move|${at.id}|${at.version}|${slot.start}`) },
      });
      return data;
    },
    onSuccess: async (moved) => {
      await appointmentIs(client, moved);
      onMoved(moved);
    },
    onError: (error) => {
      setCurrent(staleVisit(error) ?? current);
      void client.invalidateQueries({ queryKey: [{ _id: 'freeSlots' }] });
    },
  });

  const stale = current !== undefined && current.version !== shown.version;
  const possible = latest.allowed.includes('MOVE') && !isProblem(move.error, 'slot-taken');
  return (
    <Dialog
      open
      title={t('move.title')}
      onClose={onClose}
      actions={
        <>
          {possible && (
            <Button variant="contained" disabled={move.isPending || move.isSuccess} onClick={() => move.mutate(latest)}>
              {move.isPending ? t('move.pending') : stale ? t('move.anyway') : t('move.submit')}
            </Button>
          )}
          <Button variant="outlined" onClick={onClose}>
            {t('move.other')}
          </Button>
        </>
      }
    >
      {stale && <Changed before={shown} after={current} focused />}
      {isProblem(move.error, 'slot-taken') ? (
        <SlotRefused error={move.error} zone={zone} onPick={onPick}>
          {null}
        </SlotRefused>
      ) : (
        move.isError && staleVisit(move.error) === undefined && <Failure error={move.error} focused />
      )}
      <Compare>
        <dt>{t('move.from')}</dt>
        <dd>
          <del>{dayTime(latest.start, zone)}</del>
        </dd>
        <dt>{t('move.to')}</dt>
        <dd>
          <strong>{dayTime(slot.start, zone)}</strong>
        </dd>
      </Compare>
      <p>{t('move.same', { reason: latest.reason.name, branch: latest.branch.name })}</p>
      {latest.waiting !== undefined && <p>{t('move.waiting')}</p>}
    </Dialog>
  );
}
