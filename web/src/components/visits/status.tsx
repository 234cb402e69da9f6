import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { CheckIcon, CloseIcon } from '@/components/icons';
import { CircleIcon, HereIcon, MinusIcon, PlayIcon } from '@/components/staff-icons';
import type { Appointment } from '@/generated/types.gen';

export type Status = Appointment['status'];

const icons = {
  HELD: CircleIcon,
  BOOKED: CircleIcon,
  CHECKED_IN: HereIcon,
  IN_PROGRESS: PlayIcon,
  FINISHED: CheckIcon,
  NO_SHOW: CloseIcon,
  CANCELLED: MinusIcon,
} as const satisfies Record<Status, unknown>;

export function StatusIcon({ status }: { status: Status }) {
  const Icon = icons[status];
  return <Icon />;
}

const Mark = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  whiteSpace: 'nowrap',
  '& svg': { width: '1.15em', height: '1.15em' },
  '&[data-status="CHECKED_IN"], &[data-status="IN_PROGRESS"]': { color: 'var(--accent)', fontWeight: 700 },
  '&[data-status="NO_SHOW"]': { color: 'var(--warn)', fontWeight: 650 },
  '&[data-status="FINISHED"], &[data-status="CANCELLED"]': { color: 'var(--ink-soft)' },
});

/** Where a visit stands: a drawing and a word, the colour only helps. */
export function StatusMark({ status }: { status: Status }) {
  const { t } = useTranslation('visits');
  return (
    <Mark data-status={status}>
      <StatusIcon status={status} />
      {t(`status.${status}`)}
    </Mark>
  );
}
