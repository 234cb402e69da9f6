import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';

const Where = styled('p')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  marginBottom: 8,
  color: 'var(--ink-soft)',
});

const Marks = styled('span')({ display: 'inline-flex', gap: 4 });

const Mark = styled('span', { shouldForwardProp: (name) => name !== 'done' })<{ done: boolean }>(({ done }) => ({
  width: 24,
  height: 4,
  borderRadius: 2,
  background: done ? 'var(--accent)' : 'transparent',
  border: done ? 0 : '1px solid var(--line-strong)',
}));

/** How far along: "Étape 2 sur 4". */
export function Steps({ step, of }: { step: number; of: number }) {
  const { t } = useTranslation();
  return (
    <Where>
      <Marks aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <Mark key={index} done={index < step} />
        ))}
      </Marks>
      {t('step', { step, of })}
    </Where>
  );
}
