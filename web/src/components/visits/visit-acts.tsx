import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { MoreIcon } from '@/components/staff-icons';
import { MenuButton } from '@/components/staff/menu';
import type { Appointment, NeedingAction } from '@/generated/types.gen';
import { nextStep, otherActs } from './acts';
import { useDesk } from './desk';

export interface NextStepProps {
  visit: Appointment;
  fullWidth?: boolean;
  /** One among many: not the main act of the screen. */
  quiet?: boolean;
}

/** One button whose word changes with the visit: the same place under the same finger all through the visit. */
export function NextStep({ visit, fullWidth = false, quiet = false }: NextStepProps) {
  const { t } = useTranslation('visits');
  const { act, pending } = useDesk();
  const step = nextStep(visit);
  if (step === undefined) return null;
  return (
    <Button
      variant={quiet ? 'outlined' : 'contained'}
      fullWidth={fullWidth}
      aria-disabled={pending === visit.id}
      aria-label={t('act.for', { act: t(`act.${step}`), customer: visit.customer.displayName })}
      onClick={() => act(visit, step)}
    >
      {t(`act.${step}`)}
    </Button>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(11rem, 1fr))',
  gap: 8,
});

/** Every act the server allows, in full: for the panel that shows one visit. */
export function AllActs({ visit }: { visit: Appointment }) {
  const { t } = useTranslation('visits');
  const { act } = useDesk();
  const others = otherActs(visit);
  return (
    <>
      <NextStep visit={visit} fullWidth />
      {others.length > 0 && (
        <Stack>
          {others.map((other) => (
            <Button
              key={other}
              variant="outlined"
              color={other === 'CANCEL' || other === 'NO_SHOW' ? 'warning' : 'primary'}
              onClick={() => act(visit, other)}
            >
              {t(`act.${other}`)}
            </Button>
          ))}
        </Stack>
      )}
    </>
  );
}

const Square = styled(MenuButton)({ minWidth: 'var(--target)', padding: 0, flex: 'none' });

/** The less usual acts, behind one small button. */
export function MoreActs({ visit, cause }: { visit: Appointment; cause?: NeedingAction['cause'] | undefined }) {
  const { t } = useTranslation('visits');
  const { act } = useDesk();
  const others = otherActs(visit);
  if (others.length === 0) return null;
  return (
    <Square
      label={t('act.more', { customer: visit.customer.displayName })}
      items={others.map((other) => ({ key: other, label: t(`act.${other}`), run: () => act(visit, other, cause) }))}
    >
      <MoreIcon />
    </Square>
  );
}
