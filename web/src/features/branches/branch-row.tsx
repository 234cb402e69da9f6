import { styled } from '@mui/material/styles';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ArrowRightIcon } from '@/components/icons';
import type { BranchSummary } from '@/generated/types.gen';
import { formatDistance } from '@/lib/time/format';
import { useLanguage } from '@/lib/i18n/use-language';
import { OpenState } from './open-state';
import { PhoneLink } from '@/components/phone-link';

const Row = styled('li')({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  columnGap: 16,
  padding: '16px 0 10px',
  borderTop: 'var(--border) solid var(--line)',
  '&:last-of-type': { borderBottom: 'var(--border) solid var(--line)' },
  '&:hover': { background: 'linear-gradient(90deg, transparent, var(--accent-wash))' },
});

const Name = styled('h3')(({ theme }) => ({
  ...theme.typography.h3,
  '& a': { color: 'var(--ink)', textDecoration: 'none' },
  // The whole row leads there; the phone link lies above.
  '& a::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 'var(--radius)' },
  '& a:hover': { color: 'var(--accent)' },
  '& a:focus-visible': { outline: 'none' },
  '& a:focus-visible::after': { outline: '3px solid var(--ink)', outlineOffset: 2 },
}));

const Facts = styled('p')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 20,
  fontSize: '0.9rem',
});

const Choose = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  fontWeight: 650,
  color: 'var(--accent)',
  '@media (max-width: 30rem)': { '& > span': { display: 'none' } },
});

/** One branch in a list: where, how far, whether it is open, and the way on. */
export function BranchRow({ branch }: { branch: BranchSummary }) {
  const { t } = useTranslation('branches');
  const language = useLanguage();
  const { address, distanceMetres, phone } = branch;
  return (
    <Row>
      <div>
        <Name>
          <Link to="/agences/$branchId" params={{ branchId: branch.id }}>
            {branch.name}
          </Link>
        </Name>
        <p>
          {address.street}, {address.postcode} {address.town}
        </p>
        <Facts>
          {distanceMetres !== undefined && (
            <strong>{t('away', { distance: formatDistance(distanceMetres, language) })}</strong>
          )}
          <OpenState branch={branch} />
          {phone !== undefined && <PhoneLink phone={phone} />}
        </Facts>
      </div>
      <Choose aria-hidden="true">
        <span>{t('choose')}</span>
        <ArrowRightIcon />
      </Choose>
    </Row>
  );
}
