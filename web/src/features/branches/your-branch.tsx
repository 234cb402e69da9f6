import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/links';
import { getBranchOptions } from '@/generated/@tanstack/react-query.gen';
import { OpenState } from './open-state';

const Band = styled('section')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '12px 24px',
  padding: '20px 0',
  marginBottom: 32,
  borderBlock: 'var(--border) solid var(--line)',
});

const Title = styled('h2')({ fontSize: '0.9rem', fontWeight: 400, color: 'var(--ink-soft)' });

const Name = styled('p')(({ theme }) => ({ ...theme.typography.h2 }));

/** The customer's own branch, one act away. */
export function YourBranch({ branchId, action }: { branchId: string; action: string }) {
  const { t } = useTranslation('branches');
  const { data: branch } = useQuery(getBranchOptions({ path: { id: branchId } }));
  if (branch === undefined) return null;
  return (
    <Band>
      <div>
        <Title>{t('yours.title')}</Title>
        <Name>{branch.name}</Name>
        <OpenState branch={branch} />
      </div>
      <LinkButton variant="contained" to="/agences/$branchId" params={{ branchId }}>
        {action}
      </LinkButton>
    </Band>
  );
}
