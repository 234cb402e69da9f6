import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Choice, TextField } from '@/components/fields';
import { Failure } from '@/components/states';
import type { Appointment, CancelAppointment } from '@/generated/types.gen';
import { useVisitWords } from './words';

const reasons = ['customer', 'adviser', 'branch', 'other'] as const;
type Reason = (typeof reasons)[number];

const Missing = styled('p')({ fontWeight: 600, color: 'var(--warn)' });

export interface CancelDialogProps {
  visit: Appointment;
  /** What is already known of why, such as a closed branch. */
  likely: Exclude<Reason, 'other'> | undefined;
  pending: boolean;
  error: unknown;
  onConfirm: (body: CancelAppointment) => void;
  onClose: () => void;
}

/** The staff cancel at any time, and always say why: the customer will read it. */
export function CancelDialog({ visit, likely, pending, error, onConfirm, onClose }: CancelDialogProps) {
  const { t } = useTranslation('visits');
  const words = useVisitWords();
  const [reason, setReason] = useState<Reason | undefined>(likely);
  const [other, setOther] = useState('');
  const [asked, setAsked] = useState(false);
  const text = reason === 'other' ? other.trim() : reason === undefined ? '' : t(`cancel.reason.${reason}`);

  const confirm = () => {
    setAsked(true);
    if (text !== '') onConfirm({ reason: text });
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
      <Choice
        label={t('cancel.why')}
        name="cancel-why"
        value={reason ?? ''}
        options={reasons.map((value) => ({ value, label: t(`cancel.reason.${value}`) }))}
        onChange={(value) => value !== '' && setReason(value)}
      />
      {asked && reason === undefined && <Missing role="alert">{t('cancel.whyMissing')}</Missing>}
      {reason === 'other' && (
        <TextField
          label={t('cancel.other')}
          maxLength={200}
          value={other}
          error={asked && text === '' ? t('cancel.otherMissing') : undefined}
          onChange={(event) => setOther(event.target.value)}
        />
      )}
    </Dialog>
  );
}
