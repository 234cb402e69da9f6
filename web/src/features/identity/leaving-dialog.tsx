import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Failure } from '@/components/states';
import { keeper } from '@/lib/presence/presence';
import { useSignOut } from '@/lib/session';
import { useNow } from '@/lib/time/clock';

const Count = styled('strong')({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' });

/** Read aloud every so often: a voice that counts every second would leave no room for anything else. */
const SPOKEN = 20;

export interface LeavingDialogProps {
  endsAt: number;
  /** No activity puts this end off. */
  last: boolean;
}

/** "Vous êtes encore là ?": one button to stay, and how long there is to find it. */
export function LeavingDialog({ endsAt, last }: LeavingDialogProps) {
  const { t } = useTranslation('identity');
  const left = Math.max(0, Math.round((endsAt - useNow(1_000)) / 1_000));
  const staying = useMutation({ mutationFn: () => keeper.stay() });
  const leaving = useSignOut();
  const go = last ? () => keeper.acknowledge() : () => staying.mutate();
  const words = (seconds: number) => t('leaving.seconds', { count: seconds });
  const [before, after] = t(last ? 'leaving.lastLead' : 'leaving.lead', { left: '|' }).split('|');
  return (
    <Dialog
      open
      title={t(last ? 'leaving.lastTitle' : 'leaving.title')}
      onClose={go}
      actions={
        <>
          <Button variant="contained" size="large" disabled={staying.isPending} onClick={go}>
            {t(last ? 'leaving.lastOk' : 'leaving.stay')}
          </Button>
          <Button variant="outlined" size="large" disabled={leaving.isPending} onClick={() => leaving.mutate()}>
            {t('leaving.out')}
          </Button>
        </>
      }
    >
      {staying.isError && <Failure key={staying.submittedAt} error={staying.error} focused />}
      {/* The eye sees each second, the ear hears every twentieth. */}
      <p aria-hidden="true">
        {before}
        <Count>{words(left)}</Count>
        {after}
      </p>
      <p className="visually-hidden" role="status">
        {before}
        {words(Math.ceil(left / SPOKEN) * SPOKEN)}
        {after}
      </p>
      <p>{t('leaving.kept')}</p>
    </Dialog>
  );
}
