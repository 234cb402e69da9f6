import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { outOfSight } from '@/components/layout';
import { MenuButton } from '@/components/staff/menu';
import { useBranchDay } from '@/components/staff/use-branch';
import type { StaffMember } from '@/generated/types.gen';
import { useSession } from '@/lib/session';
import { capitalised } from '@/lib/time/format';
import type { Act } from './member-dialogs';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { padding: '8px 20px 8px 0', textAlign: 'left', verticalAlign: 'top' },
  '& thead th': { fontSize: '0.9rem', fontWeight: 400, color: 'var(--ink-soft)' },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
  '& tbody tr:last-of-type': { borderBottom: '1px solid var(--line)' },
  '& tbody th': { fontWeight: 650 },
  '& tbody th small, & td small': {
    display: 'block',
    fontSize: '0.9rem',
    fontWeight: 400,
    color: 'var(--ink-soft)',
    overflowWrap: 'anywhere',
  },
  '& td:last-of-type': { paddingRight: 0, textAlign: 'right' },
  '@media (max-width: 43rem)': {
    '& thead': outOfSight,
    '& tbody tr': { display: 'block', paddingBlock: 10 },
    '& tbody :is(th, td)': { display: 'block', padding: '2px 0' },
    '& td:last-of-type': { paddingTop: 8, textAlign: 'left' },
  },
});

const Barred = styled('strong')({ color: 'var(--warn)' });

export interface StaffTableProps {
  members: readonly StaffMember[];
  onAct: (act: Act, member: StaffMember) => void;
}

export function StaffTable({ members, onAct }: StaffTableProps) {
  const { t } = useTranslation('administration');
  return (
    <Table>
      <caption className="visually-hidden">{t('caption')}</caption>
      <thead>
        <tr>
          {(['name', 'roles', 'place', 'access', 'acts'] as const).map((column) => (
            <th key={column} scope="col">
              {column === 'acts' ? (
                <span className="visually-hidden">{t('columns.acts')}</span>
              ) : (
                t(`columns.${column}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <Row key={member.id} member={member} onAct={(act) => onAct(act, member)} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ member, onAct }: { member: StaffMember; onAct: (act: Act) => void }) {
  const { t } = useTranslation('administration');
  const words = useTranslation('staff').t;
  const { account } = useSession();
  const { displayName, email, roles, branchId, status, passwordChosen, appOrPasskey, proposalId } = member;
  return (
    <tr>
      <th scope="row">
        {displayName}
        <small>{email}</small>
      </th>
      <td>{capitalised(roles.map((role) => words(`role.${role}`)).join(', '))}</td>
      <td>{branchId !== undefined && <BranchName branchId={branchId} />}</td>
      <td>
        {status === 'SUSPENDED' ? <Barred>{t('status.SUSPENDED')}</Barred> : t('status.ACTIVE')}
        {!passwordChosen && <small>{t('waiting')}</small>}
        {appOrPasskey && <small>{t('protected')}</small>}
        {proposalId !== undefined && <small>{t('open')}</small>}
      </td>
      <td>
        {account?.id === member.id ? (
          <small>{t('yourself')}</small>
        ) : (
          <MenuButton
            label={t('acts.label', { name: displayName })}
            items={acts(member).map((act) => ({ key: act, label: t(`acts.${act}`), run: () => onAct(act) }))}
          >
            {t('acts.button')}
          </MenuButton>
        )}
      </td>
    </tr>
  );
}

function acts({ status }: StaffMember): Act[] {
  return status === 'ACTIVE' ? ['roles', 'again', 'suspend'] : ['roles', 'reinstate'];
}

function BranchName({ branchId }: { branchId: string }) {
  return useBranchDay(branchId).branch?.name ?? null;
}
