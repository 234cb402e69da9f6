import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Failure } from '@/components/states';
import { cancelAppointment } from '@/generated/sdk.gen';
import type { Appointment } from '@/generated/types.gen';
import { idempotencyKey, ifMatch } from '@/lib/api/headers';
import { useWhen } from '@/lib/time/use-when';
import { Changed } from './changed';
import { appointmentIs } from './queries';
import { staleVisit } from './stale';

export interface CancelDialogProps {
  visit: Appointment;
  open: boolean;
  onClose: () => void;
  onCancelled: (visit: Appointment) => void;
}

/** Names the visit that would be lost; the way out is as easy as the way on. */
export function CancelDialog({ visit, open, onClose, onCancelled }: CancelDialogProps) {
  const { t } = useTranslation('appointments');
  const { dayTime } = useWhen();
  const client = useQueryClient();
  const [shown, setShown] = useState(visit);
  const [current, setCurrent] = useState<Appointment>();
  const latest = current ?? visit;
  const moved = latest.version !== shown.version && current !== undefined;

  const cancel = useMutation({
    mutationFn: async (at: Appointment) => {
      const { data } = await cancelAppointment({
        path: { id: at.id },
        body: {},
        headers: { ...ifMatch(at), ...idempotencyKey(`cancel|${at.id}|${at.version}`) },
      });
      return data;
    },
    onSuccess: async (cancelled) => {
      await appointmentIs(client, cancelled);
      onCancelled(cancelled);
    },
    onError: (error, at) => {
      const now = staleVisit(error);
      if (now === undefined) return;
      setShown(at);
      setCurrent(now);
    },
  });

  const stale = staleVisit(cancel.error);
  const possible = latest.allowed.includes('CANCEL');
  return (
    <Dialog
      open={open}
      title={t('cancel.title')}
      onClose={onClose}
      actions={
        <>
          {possible && (
            <Button
              variant="contained"
              color="error"
              disabled={cancel.isPending || cancel.isSuccess}
              onClick={() => cancel.mutate(latest)}
            >
              {cancel.isPending ? t('cancel.pending') : moved ? t('cancel.anyway') : t('cancel.submit')}
            </Button>
          )}
          <Button variant="outlined" onClick={onClose}>
            {t('cancel.keep')}
          </Button>
        </>
      }
    >
      {moved && <Changed before={shown} after={latest} focused />}
      {cancel.isError && stale === undefined && <Failure error={cancel.error} focused />}
      <p>
        {t('cancel.what', {
          reason: latest.reason.name,
          when: dayTime(latest.start, latest.branch.zone),
          branch: latest.branch.name,
        })}
      </p>
      <p>{t('cancel.after')}</p>
    </Dialog>
  );
}
