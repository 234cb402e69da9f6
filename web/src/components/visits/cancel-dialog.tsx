import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Failure } from '@/components/states';
import type { Appointment, CancelAppointment } from '@/generated/types.gen';
import { useWhy, type LikelyReason } from './why';
import { useVisitWords } from './words';

export interface CancelDialogProps {
  visit: Appointment;
  likely: LikelyReason | undefined;
  pending: boolean;
  error: unknown;
  onConfirm: (body: CancelAppointment) => void;
  onClose: () => void;
}

/** Names the visit that would be lost, and asks why. */
export function CancelDialog({ visit, likely, pending, error, onConfirm, onClose }: CancelDialogProps) {
  const { t } = useTranslation('visits');
  const words = useVisitWords();
  const { question, answer } = useWhy(likely);
  const confirm = () => {
    const reason = answer();
    if (reason !== undefined) onConfirm({ reason });
  };

  return (
    <Dialog
      open
      title={t('cancel.title', { customer: visit.customer.displayName })}
      onClose={onClose}
      actions={
        <>
          <Button variant="contained" color="warning" disabled={pending} onClick={confirm}>
            {t('cancel.confirm')}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel.keep')}
          </Button>
        </>
      }
    >
      <p>{t('cancel.lead', { when: words.when(visit.start, visit.branch.zone), reason: visit.reason.name })}</p>
      {error !== null && <Failure error={error} focused />}
      {question}
    </Dialog>
  );
}
