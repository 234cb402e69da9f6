import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { BranchSummary } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';

const State = styled('span')({ display: 'inline-flex', alignItems: 'baseline', gap: 8 });

const Dot = styled('span', { shouldForwardProp: (name) => name !== 'open' })<{ open: boolean }>(({ open }) => ({
  width: '0.6em',
  height: '0.6em',
  flex: 'none',
  borderRadius: '50%',
  border: '2px solid var(--accent)',
  background: open ? 'var(--accent)' : 'transparent',
  ...(!open && { borderColor: 'var(--ink-soft)' }),
}));

/** Open now, or when it opens next. */
export function OpenState({ branch }: { branch: Pick<BranchSummary, 'openNow' | 'nextOpening' | 'zone'> }) {
  const { t } = useTranslation('branches');
  const { soon } = useWhen();
  const { openNow, nextOpening, zone } = branch;
  const words = openNow
    ? t('open.now')
    : nextOpening === undefined
      ? t('open.closed')
      : t('open.closedUntil', { when: soon(nextOpening, zone) });
  return (
    <State>
      <Dot open={openNow} aria-hidden="true" />
      {words}
    </State>
  );
}
