import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Notice } from '@/components/notice';
import { SlotButtons } from '@/components/slots/slot-buttons';
import type { Slot } from '@/generated/types.gen';
import type { Problem } from '@/lib/api/problems';

export interface SlotRefusedProps {
  error: Problem;
  zone: string;
  onPick: (slot: Slot) => void;
  /** The way to all other slots. */
  children: ReactNode;
}

/** Why this slot cannot be had, and the ones that can. */
export function SlotRefused({ error, zone, onPick, children }: SlotRefusedProps) {
  const { t } = useTranslation('appointments');
  if (error.is('slot-taken', 'hold-expired')) {
    const nearest = error.body.nearest ?? [];
    return (
      <Notice tone="warn" title={t(error.is('hold-expired') ? 'taken.afterHold' : 'taken.title')} focused>
        <p>{nearest.length > 0 ? t('taken.nearest') : t('taken.none')}</p>
        {nearest.length > 0 && <SlotButtons slots={nearest} zone={zone} onPick={onPick} dated />}
        {children !== null && <div style={{ marginTop: 16 }}>{children}</div>}
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={error.title} focused>
      {error.detail !== undefined && <p>{error.detail}</p>}
      {children}
    </Notice>
  );
}
