import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { PaperIcon } from '@/components/icons';
import { Stack } from '@/components/layout';
import { SlotButtons } from '@/components/slots/slot-buttons';
import { Failure } from '@/components/states';
import { refreshCalendars } from '@/components/visits/acts';
import { bookAppointment } from '@/generated/sdk.gen';
import type { Appointment, Customer, VisitReasonView } from '@/generated/types.gen';
import { forgetIntent, idempotencyKey } from '@/lib/api/headers';
import { isProblem } from '@/lib/api/problems';
import { capitalised } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';
import { nameOf } from './find-customer';

export interface ConfirmBookingProps {
  branchId: string;
  zone: string;
  customer: Customer;
  reason: VisitReasonView;
  adviser: { id: string; displayName: string } | undefined;
  start: string;
  onPick: (start: string) => void;
  onBooked: (visit: Appointment) => void;
}

const Papers = styled('ul')({
  listStyle: 'none',
  '& li': { display: 'flex', gap: 8, alignItems: 'center', paddingBlock: 2 },
  '& svg': { color: 'var(--ink-soft)' },
});

/** Everything once more before it is done, and what to tell the customer. */
export function ConfirmBooking(props: ConfirmBookingProps) {
  const { branchId, zone, customer, reason, adviser, start, onPick, onBooked } = props;
  const { t } = useTranslation('staff-booking');
  const { dayTime } = useWhen();
  const client = useQueryClient();
  const name = nameOf(customer);
  const booking = useMutation({
    mutationFn: async () => {
      const body = {
        branchId,
        reasonId: reason.id,
        start,
        customerId: customer.id,
        ...(adviser !== undefined && { adviserId: adviser.id }),
      };
      const intent = `staff booking ${JSON.stringify(body)}`;
      const { data } = await bookAppointment({ body, headers: idempotencyKey(intent) });
      forgetIntent(intent);
      return data;
    },
    onSuccess: async (visit) => {
      announce(t('done.title'));
      await refreshCalendars(client);
      onBooked(visit);
    },
  });
  const nearest = isProblem(booking.error, 'slot-taken') ? (booking.error.body.nearest ?? []) : [];

  return (
    <Stack gap={2}>
      {booking.isError && <Failure key={booking.submittedAt} error={booking.error} focused />}
      {nearest.length > 0 && <SlotButtons dated slots={nearest} zone={zone} onPick={(slot) => onPick(slot.start)} />}
      <p>
        <strong>{capitalised(dayTime(start, zone))}</strong>,{' '}
        {adviser === undefined ? t('confirm.anyone') : t('confirm.with', { adviser: adviser.displayName })}
      </p>
      {reason.requiredDocuments.length === 0 ? (
        <p>{t('confirm.noPapers')}</p>
      ) : (
        <div>
          <p>{t('confirm.papers')}</p>
          <Papers role="list">
            {reason.requiredDocuments.map((paper) => (
              <li key={paper}>
                <PaperIcon />
                {paper}
              </li>
            ))}
          </Papers>
        </div>
      )}
      <div>
        <Button variant="contained" disabled={booking.isPending} onClick={() => booking.mutate()}>
          {booking.isPending ? t('confirm.booking') : t('confirm.book', { customer: name })}
        </Button>
      </div>
    </Stack>
  );
}
