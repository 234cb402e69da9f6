import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { padding: '10px 12px 10px 0', textAlign: 'left', verticalAlign: 'top' },
  '& thead th': { fontSize: '0.875rem', color: 'var(--ink-soft)', fontWeight: 600 },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
  '& td:nth-of-type(1)': { color: 'var(--ink-soft)' },
  '& td:nth-of-type(2)': { fontWeight: 650 },
});

/** One thing that is not as it was, in words. */
export interface Difference {
  what: string;
  before: string;
  now: string;
}

/** Only what differs, from pairs that may be equal. */
export function differences(pairs: readonly Difference[]): Difference[] {
  return pairs.filter(({ before, now }) => before !== now);
}

export interface ConflictDialogProps {
  changes: readonly Difference[];
  /** Saves one's own version over the current one. */
  onKeep: () => void;
  /** Gives up one's own version. */
  onTake: () => void;
  onClose: () => void;
}

/** Someone else saved first: what he changed, and the choice that is left. */
export function ConflictDialog({ changes, onKeep, onTake, onClose }: ConflictDialogProps) {
  const { t } = useTranslation('staff');
  return (
    <Dialog
      open
      title={t('conflict.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="contained" onClick={onTake}>
            {t('conflict.take')}
          </Button>
          <Button variant="outlined" onClick={onKeep}>
            {t('conflict.keep')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.lead')}</p>
      {changes.length === 0 ? (
        <p>{t('conflict.same')}</p>
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('conflict.what')}</th>
              <th scope="col">{t('conflict.before')}</th>
              <th scope="col">{t('conflict.now')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ what, before, now }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{before || t('conflict.empty')}</td>
                <td>{now || t('conflict.empty')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Dialog>
  );
}
