import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '@/components/icons';
import { useWayName, type OfferedWay, type Way } from './ways';

const List = styled('ul')({ display: 'grid', gap: 12, maxWidth: '40rem' });

const Card = styled('li', { shouldForwardProp: (name) => name !== 'first' })<{ first: boolean }>(({ first }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '12px 24px',
  // The words stand in line, however thick the border is.
  padding: first ? '15px 19px' : '16px 20px',
  border: first ? '2px solid var(--accent)' : 'var(--border) solid var(--line)',
  borderRadius: 10,
  background: 'var(--surface)',
  '& > div': { flex: '1 1 16rem', minWidth: 0 },
}));

const Name = styled('h2')(({ theme }) => theme.typography.h3);

const Recommended = styled('p')({ fontSize: '0.9rem', fontWeight: 700, color: 'var(--accent)' });

const Soft = styled('p')({ color: 'var(--ink-soft)' });

const Done = styled('p')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 'var(--target)',
  fontWeight: 650,
  color: 'var(--accent)',
});

export interface WayListProps {
  ways: readonly OfferedWay[];
  /** Whether this device can hold a passkey itself. */
  device: boolean;
  onChoose: (way: Way) => void;
}

export function WayList({ ways, device, onChoose }: WayListProps) {
  return (
    <List role="list">
      {ways.map((offered) => (
        <Choice key={offered.way} {...offered} device={device} onChoose={() => onChoose(offered.way)} />
      ))}
    </List>
  );
}

interface ChoiceProps extends OfferedWay {
  device: boolean;
  onChoose: () => void;
}

function Choice({ way, inUse, recommended, device, onChoose }: ChoiceProps) {
  const { t } = useTranslation('security');
  const { title, detail } = useWayName(way, device);
  const id = useId();
  return (
    <Card first={recommended}>
      <div>
        {recommended && <Recommended>{t('protect.recommended')}</Recommended>}
        <Name id={`${id}-name`}>{title}</Name>
        <Soft>{detail}</Soft>
      </div>
      {inUse ? (
        <Done>
          <CheckIcon />
          {t('protect.chosen')}
        </Done>
      ) : (
        <Button
          id={`${id}-choose`}
          variant={recommended ? 'contained' : 'outlined'}
          aria-labelledby={`${id}-choose ${id}-name`}
          onClick={onChoose}
        >
          {t('protect.choose')}
        </Button>
      )}
    </Card>
  );
}
