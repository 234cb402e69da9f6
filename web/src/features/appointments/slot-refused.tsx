import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Notice } from '@/components/notice';
import { SlotButtons } from '@/components/slots/slot-buttons';
import { Failure } from '@/components/states';
import type { Slot } from '@/generated/types.gen';
import { isProblem } from '@/lib/api/problems';
import { useWhen } from '@/lib/time/use-when';

export interface SlotRefusedProps {
  error: unknown;
  zone: string;
  onPick: (slot: Slot) => void;
  retry: () => void;
  /** The way to all other slots. */
  children: ReactNode;
}

/** Why this slot cannot be had, and the ones that can. */
export function SlotRefused({ error, zone, onPick, retry, children }: SlotRefusedProps) {
  const { t } = useTranslation('appointments');
  const { dayTime } = useWhen();
  if (isProblem(error, 'slot-taken')) {
    const nearest = error.body.nearest ?? [];
    return (
      <Notice tone="warn" title={t('taken.title')} focused>
        <p>{nearest.length > 0 ? t('taken.nearest') : t('taken.none')}</p>
        {nearest.length > 0 && <SlotButtons slots={nearest} zone={zone} onPick={onPick} dated />}
        {children !== null && <div style={{ marginTop: 16 }}>{children}</div>}
      </Notice>
    );
  }
  if (isProblem(error) && error.status < 500) {
    const { earliest, latest } = error.body;
    return (
      <Notice tone="warn" title={error.title} focused>
        {error.detail !== undefined && <p>{error.detail}</p>}
        {earliest !== undefined && <p>{t('taken.earliest', { when: dayTime(earliest, zone) })}</p>}
        {latest !== undefined && <p>{t('taken.latest', { when: dayTime(latest, zone) })}</p>}
        {children}
      </Notice>
    );
  }
  return <Failure error={error} retry={retry} focused />;
}
