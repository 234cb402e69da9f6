import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Actions } from '@/components/layout';
import { Notice } from '@/components/notice';
import { Failure } from '@/components/states';
import { acceptOffer, declineOffer } from '@/generated/sdk.gen';
import type { Appointment, Offer, WaitingListEntry } from '@/generated/types.gen';
import { idempotencyKey, ifMatch } from '@/lib/api/headers';
import { now, useNow } from '@/lib/time/clock';
import { capitalised } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';
import { appointmentIs, appointmentKeys } from './queries';

export interface OfferBannerProps {
  visit: Appointment;
  onAccepted?: (visit: Appointment) => void;
}

/** An earlier slot came free for this visit: take it or keep what one has, until the offer ends. */
export function OfferBanner({ visit, onAccepted }: OfferBannerProps) {
  const { waiting } = visit;
  if (waiting?.offer === undefined || Date.parse(waiting.offer.expiresAt) <= now()) return null;
  return <LiveOffer visit={visit} entry={waiting} offer={waiting.offer} onAccepted={onAccepted} />;
}

interface LiveOfferProps {
  visit: Appointment;
  entry: WaitingListEntry;
  offer: Offer;
  onAccepted: OfferBannerProps['onAccepted'];
}

function LiveOffer({ visit, entry, offer, onAccepted }: LiveOfferProps) {
  const { t } = useTranslation('appointments');
  const { dayTime, time, soon } = useWhen();
  const client = useQueryClient();
  const navigate = useNavigate();
  const over = useNow(5_000) >= Date.parse(offer.expiresAt);
  const { zone } = visit.branch;

  const refresh = () => {
    for (const queryKey of appointmentKeys) void client.invalidateQueries({ queryKey });
  };
  const request = (answer: string) => ({
    path: { id: entry.id },
    headers: { ...ifMatch(entry), ...idempotencyKey(`${answer}|${offer.id}`) },
  });

  const accept = useMutation({
    mutationFn: async () => (await acceptOffer(request('accept'))).data,
    onSuccess: async (appointment) => {
      onAccepted?.(appointment);
      await appointmentIs(client, appointment);
      await navigate({
        to: '/rendez-vous/$appointmentId',
        params: { appointmentId: appointment.id },
        search: { fait: 'deplace' },
      });
    },
    onError: refresh,
  });
  const decline = useMutation({
    mutationFn: () => declineOffer(request('decline')),
    onSuccess: () => {
      announce(t('offer.kept'));
      refresh();
    },
    onError: refresh,
  });

  const busy = accept.isPending || decline.isPending || accept.isSuccess || decline.isSuccess;
  if (over) {
    return (
      <Notice title={t('offer.over')}>
        <p>{t('offer.overDetail')}</p>
      </Notice>
    );
  }
  return (
    <Notice title={t('offer.title')}>
      <p>
        <strong>{capitalised(dayTime(offer.start, zone))}</strong>, {t('offer.with', { adviser: offer.adviserName })}
      </p>
      <p>{t('offer.instead', { when: dayTime(visit.start, zone) })}</p>
      <p>
        {t('offer.until', {
          when:
            Date.parse(offer.expiresAt) - now() < 12 * 3_600_000
              ? time(offer.expiresAt, zone)
              : soon(offer.expiresAt, zone),
        })}
      </p>
      {(accept.isError || decline.isError) && <Failure error={accept.error ?? decline.error} focused />}
      <Actions>
        <Button variant="contained" disabled={busy} onClick={() => accept.mutate()}>
          {t('offer.accept')}
        </Button>
        <Button variant="outlined" disabled={busy} onClick={() => decline.mutate()}>
          {t('offer.decline')}
        </Button>
      </Actions>
    </Notice>
  );
}
