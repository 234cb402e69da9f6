import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { Slot } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';
import { partsOfDay, isPart } from './slot-days';

const Row = styled('ul')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(5.25rem, 1fr))',
  gap: 8,
  listStyle: 'none',
});

const SlotButton = styled('button')({
  width: '100%',
  minHeight: 'var(--target)',
  padding: '6px 4px',
  border: 'max(var(--border), 1.5px) solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  fontWeight: 650,
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  '&:hover': { borderColor: 'var(--accent)', background: 'var(--accent-wash)' },
});

const Part = styled('h3')({ fontSize: '0.9rem', fontWeight: 400, color: 'var(--ink-soft)', margin: '16px 0 8px' });

export interface SlotButtonsProps {
  slots: readonly Slot[];
  zone: string;
  onPick: (slot: Slot) => void;
}

/** Hours to choose from, in a row. The whole date is in each button's name. */
export function SlotButtons({ slots, zone, onPick, dated = false }: SlotButtonsProps & { dated?: boolean }) {
  const { t } = useTranslation('slots');
  const { time, dayTime, day } = useWhen();
  return (
    <Row role="list" style={dated ? { gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 13rem), 1fr))' } : {}}>
      {slots.map((slot) => (
        <li key={slot.start}>
          <SlotButton type="button" onClick={() => onPick(slot)}>
            <span className="visually-hidden">{t('slot', { when: dayTime(slot.start, zone) })}</span>
            <span aria-hidden="true">
              {dated && `${day(slot.start, zone, 'short')} · `}
              {time(slot.start, zone)}
            </span>
          </SlotButton>
        </li>
      ))}
    </Row>
  );
}

/** The hours of one day, morning and afternoon apart. */
export function DaySlots({ slots, zone, onPick }: SlotButtonsProps) {
  const { t } = useTranslation('slots');
  return partsOfDay.map((part) => {
    const some = slots.filter((slot) => isPart(part, slot, zone));
    return some.length === 0 ? null : (
      <div key={part}>
        <Part>{t(`part.${part}`)}</Part>
        <SlotButtons slots={some} zone={zone} onPick={onPick} />
      </div>
    );
  });
}
