import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import {
  cancelAppointment,
  checkIn,
  finishVisit,
  markNoShow,
  moveAppointment,
  reassignAppointment,
  startVisit,
} from '@/generated/sdk.gen';
import type { Appointment, CancelAppointment, MoveAppointment, ReassignAppointment } from '@/generated/types.gen';
import { isProblem } from '@/lib/api/problems';
import { forgetIntent, idempotencyKey, ifMatch } from '@/lib/api/headers';
import { ownDoing } from './own-doing';

export type Act = Appointment['allowed'][number];

/** One thing to do with a visit as it stands before the reader's eyes. */
export type Order = { visit: Appointment } & (
  | { act: 'CHECK_IN' | 'START' | 'FINISH' | 'NO_SHOW' }
  | { act: 'MOVE'; body: MoveAppointment }
  | { act: 'REASSIGN'; body: ReassignAppointment }
  | { act: 'CANCEL'; body: CancelAppointment }
);

/** The step that comes next in a visit's life, if the server allows one. */
export function nextStep(visit: Appointment): 'CHECK_IN' | 'START' | 'FINISH' | undefined {
  return (['CHECK_IN', 'START', 'FINISH'] as const).find((act) => visit.allowed.includes(act));
}

/** What may be done besides the next step, the gentlest first. */
export function otherActs(visit: Appointment): Exclude<Act, 'CHECK_IN' | 'START' | 'FINISH'>[] {
  return (['MOVE', 'REASSIGN', 'NO_SHOW', 'CANCEL'] as const).filter((act) => visit.allowed.includes(act));
}

/** Sends orders, says when they are done, and has every calendar on screen asked again. */
export function useOrders() {
  const client = useQueryClient();
  const { t } = useTranslation('visits');
  return useMutation({
    mutationFn: async (order: Order) => {
      const after = await send(order);
      ownDoing.add(after);
      return after;
    },
    onSuccess: async (after, { act }) => {
      const names = { customer: after.customer.displayName, adviser: after.adviser.displayName };
      announce(t(`done.${act}`, names));
      await refreshCalendars(client);
    },
    // What is on screen was not true any more: show what is.
    onError: (error) => {
      if (isProblem(error) && [404, 409, 412].includes(error.status)) void refreshCalendars(client);
    },
  });
}

const calendars = ['adviserCalendar', 'branchCalendar', 'needingAction', 'appointmentHistory', 'freeSlots'] as const;

export function refreshCalendars(client: QueryClient): Promise<unknown> {
  return Promise.all(calendars.map((_id) => client.invalidateQueries({ queryKey: [{ _id }] })));
}

async function send(order: Order): Promise<Appointment> {
  const { visit, act } = order;
  const body = 'body' in order ? JSON.stringify(order.body) : '';
  const intent = `${act} ${visit.id} ${visit.version} ${body}`;
  const options = { path: { id: visit.id }, headers: { ...ifMatch(visit), ...idempotencyKey(intent) } };
  const answer = await dispatch(order, options);
  forgetIntent(intent);
  return answer.data;
}

type Addressed = Pick<Parameters<typeof checkIn>[0], 'path' | 'headers'>;

function dispatch(order: Order, to: Addressed) {
  switch (order.act) {
    case 'CHECK_IN':
      return checkIn(to);
    case 'START':
      return startVisit(to);
    case 'FINISH':
      return finishVisit(to);
    case 'NO_SHOW':
      return markNoShow(to);
    case 'MOVE':
      return moveAppointment({ ...to, body: order.body });
    case 'REASSIGN':
      return reassignAppointment({ ...to, body: order.body });
    case 'CANCEL':
      return cancelAppointment({ ...to, body: order.body });
  }
}
