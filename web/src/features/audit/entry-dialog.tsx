import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Actions } from '@/components/layout';
import { useBranchDay } from '@/components/staff/use-branch';
import type { AuditEntry } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';
import { Doer } from './doer';

const Facts = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: '6px 20px',
  '& dt': { color: 'var(--ink-soft)' },
  '& dd': { overflowWrap: 'anywhere' },
});

export interface EntryDialogProps {
  entry: AuditEntry;
  onClose: () => void;
  onPerson: (accountId: string) => void;
  onCustomer: (customerId: string) => void;
}

/** One entry with all there is, and the way to what belongs to it. */
export function EntryDialog({ entry, onClose, onPerson, onCustomer }: EntryDialogProps) {
  const { t } = useTranslation('audit');
  const { dayTime } = useWhen();
  const { by, customerId, branchId } = entry;
  const branch = useBranchDay(branchId).branch;
  const account = by.accountId;
  const facts: [string, string | undefined][] = [
    [t('entry.account'), by.name ?? account],
    [t('entry.action'), entry.label],
    [t('entry.code'), entry.action],
    [t('entry.outcome'), t(`outcome.${entry.outcome}`)],
    [t('entry.reason'), entry.reason],
    [t('entry.subject'), entry.subject.kind],
    [t('entry.subjectId'), entry.subject.id],
    [t('entry.customer'), customerId],
    [t('entry.branch'), branch?.name ?? branchId],
    ...Object.entries(entry.details),
    [t('entry.address'), entry.address],
    [t('entry.device'), entry.device],
    [t('entry.request'), entry.requestId],
    [t('entry.sealed'), t(entry.sealed ? 'entry.yes' : 'entry.no')],
  ];
  return (
    <Dialog
      open
      size="wide"
      title={t('entry.title')}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose}>
          {t('entry.close')}
        </Button>
      }
    >
      <Facts>
        <dt>{t('entry.at')}</dt>
        <dd>
          {dayTime(entry.at, viewerZone(), 'year')} ({entry.at})
        </dd>
        <dt>{t('entry.by')}</dt>
        <dd>
          <Doer by={by} />
        </dd>
        {facts
          .filter(([, value]) => value !== undefined)
          .flatMap(([name, value]) => [<dt key={`${name}:`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </Facts>
      <Actions>
        {account !== undefined && (
          <Button variant="outlined" onClick={() => onPerson(account)}>
            {t('entry.allBy')}
          </Button>
        )}
        {customerId !== undefined && (
          <Button variant="outlined" onClick={() => onCustomer(customerId)}>
            {t('entry.allOn')}
          </Button>
        )}
      </Actions>
    </Dialog>
  );
}
