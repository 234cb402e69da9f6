import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { announce } from '@/components/announcer';
import { Actions, Beside, SectionTitle, Stack } from '@/components/layout';
import { Notice } from '@/components/notice';
import { ZoneNote } from '@/components/slots/zone-note';
import { Failure, Loading } from '@/components/states';
import { Soft, Ticket, TicketTime } from '@/components/ticket';
import { bookAppointment } from '@/generated/sdk.gen';
import type { Appointment, BranchDetail, Slot, VisitReasonView } from '@/generated/types.gen';
import { forgetIntent, idempotencyKey } from '@/lib/api/headers';
import { isProblem, type Problem } from '@/lib/api/problems';
import { capitalised } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';
import { Countdown } from './countdown';
import { useExpired, useHold } from './hold';
import { Papers } from './papers';
import { appointmentIs } from './queries';
import { SlotRefused } from './slot-refused';

export interface ConfirmBookingProps {
  branch: BranchDetail;
  reason: VisitReasonView;
  start: string;
  adviserId?: string | undefined;
  /** A stranger signs in first; the slot is kept from then on. */
  signedIn: boolean;
  signIn: ReactNode;
  onPick: (slot: Slot) => void;
  onOther: () => void;
  onBooked: (appointment: Appointment) => void;
}

/** What the server will not do, however often it is asked; anything else may be tried again. */
function refusal(error: unknown): Problem | undefined {
  return isProblem(error) && error.status < 500 ? error : undefined;
}

export function ConfirmBooking(props: ConfirmBookingProps) {
  const { branch, reason, start, adviserId, signedIn, signIn, onPick, onOther, onBooked } = props;
  const { t } = useTranslation('appointments');
  const { day, time } = useWhen();
  const client = useQueryClient();
  const { query, renew, release, forget } = useHold(
    { branchId: branch.id, reasonId: reason.id, start, adviserId },
    signedIn,
  );
  const hold = query.isFetching ? undefined : query.data;
  const over = useExpired(hold);

  const booking = useMutation({
    mutationFn: async (holdId: string) => {
      const intent = `book|${holdId}`;
      const { data } = await bookAppointment({ body: { holdId }, headers: idempotencyKey(intent) });
      forgetIntent(intent);
      return data;
    },
    onSuccess: async (appointment) => {
      forget();
      await appointmentIs(client, appointment);
      announce(t('confirm.done'));
      onBooked(appointment);
    },
  });

  const lost = over || isProblem(booking.error, 'hold-not-found');
  const end = hold?.end ?? new Date(Date.parse(start) + reason.durationMinutes * 60_000).toISOString();

  const other = (
    <Button
      variant="outlined"
      onClick={() => {
        release();
        onOther();
      }}
    >
      {t('confirm.other')}
    </Button>
  );

  const state = () => {
    if (!signedIn) return signIn;
    const refused = lost ? undefined : (refusal(query.error) ?? refusal(booking.error));
    if (refused !== undefined) {
      return (
        <SlotRefused error={refused} zone={branch.zone} onPick={onPick}>
          <Actions>{other}</Actions>
        </SlotRefused>
      );
    }
    if (lost) {
      const again = () => {
        booking.reset();
        renew();
      };
      return (
        <Notice tone="warn" title={t('hold.over')} focused>
          <p>{t('hold.overDetail')}</p>
          <Actions>
            <Button variant="contained" onClick={again}>
              {t('hold.again')}
            </Button>
            {other}
          </Actions>
        </Notice>
      );
    }
    if (query.isError) return <Failure error={query.error} retry={renew} focused />;
    if (hold === undefined) return <Loading lines={1} label={t('hold.asking')} />;
    return (
      <Stack>
        {booking.isError && <Failure error={booking.error} retry={() => booking.mutate(hold.id)} focused />}
        <Countdown expiresAt={hold.expiresAt} />
        <Actions>
          <Button
            variant="contained"
            size="large"
            disabled={booking.isPending || booking.isSuccess}
            onClick={() => booking.mutate(hold.id)}
          >
            {booking.isPending ? t('confirm.pending') : t('confirm.submit')}
          </Button>
          {other}
        </Actions>
      </Stack>
    );
  };

  return (
    <Beside>
      <Stack>
        <Ticket start={start} zone={branch.zone}>
          <TicketTime>
            <span className="visually-hidden">{capitalised(day(start, branch.zone, 'year'))}, </span>
            {t('hours', { from: time(start, branch.zone), to: time(end, branch.zone) })}
          </TicketTime>
          <p>
            <strong>{reason.name}</strong>
          </p>
          <Soft>
            {hold === undefined ? branch.name : t('where', { branch: branch.name, adviser: hold.adviserName })}
          </Soft>
          <Soft>
            {branch.address.street}, {branch.address.postcode} {branch.address.town}
          </Soft>
        </Ticket>
        <ZoneNote zone={branch.zone} instant={start} />
        {state()}
      </Stack>
      <section>
        <SectionTitle>{t('papers.title')}</SectionTitle>
        <Papers papers={reason.requiredDocuments} />
      </section>
    </Beside>
  );
}
