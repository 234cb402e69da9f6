import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import type { Appointment } from '@/generated/types.gen';
import type { Act } from './acts';
import { changedMembers, type ChangedMember } from './changes';
import { StatusMark } from './status';
import { useVisitWords } from './words';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { padding: '10px 12px 10px 0', textAlign: 'left', verticalAlign: 'top' },
  '& thead th': { fontSize: '0.875rem', color: 'var(--ink-soft)', fontWeight: 600 },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
  '& td:nth-of-type(1)': { color: 'var(--ink-soft)' },
  '& td:nth-of-type(2)': { fontWeight: 650 },
});

export interface StaleDialogProps {
  before: Appointment;
  current: Appointment;
  act: Act;
  onAgain: () => void;
  onClose: () => void;
}

/** Someone else was faster: what he changed, and whether one's own act still makes sense. */
export function StaleDialog({ before, current, act, onAgain, onClose }: StaleDialogProps) {
  const { t } = useTranslation('visits');
  const members = changedMembers(before, current);
  const possible = current.allowed.includes(act);
  return (
    <Dialog
      open
      title={t('stale.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant={possible ? 'outlined' : 'contained'} onClick={onClose}>
            {t('stale.ok')}
          </Button>
          {possible && (
            <Button variant="contained" onClick={onAgain}>
              {t('stale.again', { act: t(`act.${act}`) })}
            </Button>
          )}
        </>
      }
    >
      <p>{t('stale.lead')}</p>
      {members.length === 0 ? (
        <p>{t('stale.same')}</p>
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('stale.what')}</th>
              <th scope="col">{t('stale.before')}</th>
              <th scope="col">{t('stale.now')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member}>
                <th scope="row">{t(`stale.member.${member}`)}</th>
                <td>
                  <Member visit={before} member={member} />
                </td>
                <td>
                  <Member visit={current} member={member} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {!possible && <p>{t('stale.notAnymore', { act: t(`act.${act}`) })}</p>}
    </Dialog>
  );
}

function Member({ visit, member }: { visit: Appointment; member: ChangedMember }) {
  const words = useVisitWords();
  switch (member) {
    case 'status':
      return <StatusMark status={visit.status} />;
    case 'start':
      return words.when(visit.start, visit.branch.zone);
    case 'adviser':
      return visit.adviser.displayName;
    case 'reason':
      return visit.reason.name;
  }
}
