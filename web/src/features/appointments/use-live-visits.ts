import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { useLive } from '@/lib/live/use-live';
import { appointmentKeys } from './queries';

/** Keeps a customer's visits in step with what the branch does to them, and says so to those who listen. */
export function useLiveVisits(customerId: string | undefined): void {
  const { t } = useTranslation('appointments');
  useLive(customerId === undefined ? [] : [`customer:${customerId}`], appointmentKeys, () => announce(t('live')));
}
