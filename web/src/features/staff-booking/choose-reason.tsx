import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/loaded';
import { listReasonsOptions } from '@/generated/@tanstack/react-query.gen';
import type { VisitReasonView } from '@/generated/types.gen';
import { formatMinutes } from '@/lib/time/duration';
import { useLanguage } from '@/lib/i18n/use-language';

const List = styled('ul')({ listStyle: 'none', borderBottom: '1px solid var(--line)' });

const Reason = styled('button')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '0 16px',
  width: '100%',
  minHeight: 'var(--target)',
  padding: '8px',
  textAlign: 'left',
  background: 'none',
  border: 0,
  borderTop: '1px solid var(--line)',
  cursor: 'pointer',
  '& small': { gridColumn: '1 / -1', fontSize: '0.9rem', color: 'var(--ink-soft)' },
  '&:hover': { background: 'var(--accent-wash)' },
  '&:focus-visible': { outlineOffset: -2 },
});

export interface ChooseReasonProps {
  branchId: string;
  onChoose: (reason: VisitReasonView) => void;
}

/** Why the customer comes: only what someone in this branch can do. */
export function ChooseReason({ branchId, onChoose }: ChooseReasonProps) {
  const { t } = useTranslation('staff-booking');
  const language = useLanguage();
  const query = useQuery(listReasonsOptions({ query: { branch: branchId } }));
  return (
    <Loaded query={query}>
      {(reasons) =>
        reasons.length === 0 ? (
          <p>{t('why.none')}</p>
        ) : (
          <List role="list">
            {reasons.map((reason) => (
              <li key={reason.id}>
                <Reason type="button" onClick={() => onChoose(reason)}>
                  <strong>{reason.name}</strong>
                  <span>{formatMinutes(reason.durationMinutes, language)}</span>
                  {reason.requiredDocuments.length > 0 && (
                    <small>{t('why.papers', { papers: reason.requiredDocuments.join(', ') })}</small>
                  )}
                </Reason>
              </li>
            ))}
          </List>
        )
      }
    </Loaded>
  );
}
