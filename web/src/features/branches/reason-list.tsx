import { styled } from '@mui/material/styles';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ArrowRightIcon, ClockIcon, PaperIcon } from '@/components/icons';
import { Empty } from '@/components/states';
import type { VisitReasonView } from '@/generated/types.gen';

const List = styled('ul')({ display: 'grid', gap: 12, listStyle: 'none' });

const Card = styled('li')({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: 16,
  padding: '16px 20px',
  border: 'var(--border) solid var(--line)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  '&:hover': { borderColor: 'var(--accent)' },
  '& > svg': { color: 'var(--accent)' },
});

const Name = styled('h3')(({ theme }) => ({
  ...theme.typography.h3,
  '& a': { color: 'var(--ink)', textDecoration: 'none' },
  '& a::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 'var(--radius)' },
  '& a:hover': { color: 'var(--accent)' },
  '& a:focus-visible': { outline: 'none' },
  '& a:focus-visible::after': { outline: '3px solid var(--ink)', outlineOffset: 2 },
}));

const Facts = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 20px',
  marginTop: 8,
  listStyle: 'none',
  fontSize: '0.9rem',
  color: 'var(--ink-soft)',
  '& li': { display: 'flex', gap: 8, minWidth: 0 },
  '& svg': { width: '1.15em', height: '1.15em', marginTop: '0.2em' },
});

export interface ReasonListProps {
  branchId: string;
  reasons: readonly VisitReasonView[];
}

/** Why one comes: how long it takes and what to bring are known before the day is chosen. */
export function ReasonList({ branchId, reasons }: ReasonListProps) {
  const { t } = useTranslation('branches');
  if (reasons.length === 0) {
    return (
      <Empty title={t('page.noReasons')}>
        <p>{t('page.noReasonsDetail')}</p>
      </Empty>
    );
  }
  return (
    <List role="list">
      {reasons.map((reason) => (
        <Card key={reason.id}>
          <div>
            <Name>
              <Link to="/agences/$branchId/creneaux" params={{ branchId }} search={{ motif: reason.id }}>
                {reason.name}
              </Link>
            </Name>
            {reason.description !== '' && <p>{reason.description}</p>}
            <Facts role="list">
              <li>
                <ClockIcon />
                {t('page.minutes', { count: reason.durationMinutes })}
              </li>
              <li>
                <PaperIcon />
                <span>
                  {reason.requiredDocuments.length === 0
                    ? t('page.bringNothing')
                    : t('page.bring', { papers: reason.requiredDocuments.join(', ') })}
                </span>
              </li>
            </Facts>
          </div>
          <ArrowRightIcon />
        </Card>
      ))}
    </List>
  );
}
