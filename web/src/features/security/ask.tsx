import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Dialog } from '@/components/dialog';
import { Failure } from '@/components/states';

export interface AskProps {
  title: string;
  submit: string;
  pending: string;
  act: { isPending: boolean; isError: boolean; error: unknown; submittedAt: number };
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Before something is taken away: what that means, and both ways out. */
export function Ask({ title, submit, pending, act, onAct, onClose, children }: AskProps) {
  const { t } = useTranslation('security');
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="contained" disabled={act.isPending} onClick={onAct}>
            {act.isPending ? pending : submit}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {act.isError && <Failure key={act.submittedAt} error={act.error} focused />}
      {children}
    </Dialog>
  );
}
