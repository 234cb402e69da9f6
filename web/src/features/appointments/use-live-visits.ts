import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { useLive } from '@/lib/live/use-live';
import { appointmentKeys } from './queries';

/** Keeps a customer's visits in step with what the branch does to them, and says so to those who listen. */
export function useLiveVisits(customerId: string | undefined): void {
  const { t } = useTranslation('appointments');
  const client = useQueryClient();
  useLive(customerId === undefined ? [] : [`customer:${customerId}`], appointmentKeys, () => {
    // The echo of what the customer is just doing himself is no news.
    if (client.isMutating() === 0) announce(t('live'));
  });
}
