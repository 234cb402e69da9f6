import { onDay, total, union, within, without, type MinuteSpan } from '@/components/timeline/layout';
import { isLive } from '@/components/visits/colleagues';
import type { AdviserDay, Appointment, BranchCalendar } from '@/generated/types.gen';
import type { LocalDate } from '@/lib/time/local-date';

/** How much of the time that can be given to customers is given. */
export interface Occupancy {
  busyMinutes: number;
  receivingMinutes: number;
  /** From 0 to 1; 0 for someone who receives nobody that day. */
  ratio: number;
}

/** Half an hour of the branch's day. */
export interface Load extends MinuteSpan {
  /** Advisers who can receive, and how many of them are in a visit. */
  receiving: number;
  busy: number;
}

const STEP = 30;

export function occupancyOf(adviser: AdviserDay, date: LocalDate, zone: string): Occupancy {
  const { available, busy } = timeOf(adviser, date, zone);
  const receivingMinutes = total(available);
  const busyMinutes = total(busy);
  return { busyMinutes, receivingMinutes, ratio: receivingMinutes === 0 ? 0 : busyMinutes / receivingMinutes };
}

export function together(occupancies: readonly Occupancy[]): Occupancy {
  const busyMinutes = occupancies.reduce((sum, one) => sum + one.busyMinutes, 0);
  const receivingMinutes = occupancies.reduce((sum, one) => sum + one.receivingMinutes, 0);
  return { busyMinutes, receivingMinutes, ratio: receivingMinutes === 0 ? 0 : busyMinutes / receivingMinutes };
}

/** The day in half hours, from the first who receives to the last; empty when nobody does. */
export function loadOf(calendar: BranchCalendar): Load[] {
  const people = calendar.advisers.map((adviser) => timeOf(adviser, calendar.date, calendar.zone));
  const all = union(people.flatMap(({ available }) => available));
  const first = all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = Math.floor(first.from / STEP) * STEP;
  const count = Math.ceil((last.to - start) / STEP);
  return Array.from({ length: count }, (_, index) => {
    const span = { from: start + index * STEP, to: start + (index + 1) * STEP };
    const during = (spans: readonly MinuteSpan[]) => total(within([span], spans)) >= STEP / 2;
    return {
      ...span,
      receiving: people.filter(({ available }) => during(available)).length,
      busy: people.filter(({ busy }) => during(busy)).length,
    };
  });
}

/** The busiest half hour, the first of them if several are. */
export function peakOf(load: readonly Load[]): Load | undefined {
  const most = Math.max(...load.map(({ busy }) => busy));
  return most > 0 ? load.find(({ busy }) => busy === most) : undefined;
}

export type Tally = Record<'expected' | 'here' | 'inProgress' | 'finished' | 'missed', number>;

export function tallyOf(visits: readonly Appointment[]): Tally {
  const count = (...statuses: Appointment['status'][]) =>
    visits.filter(({ status }) => statuses.includes(status)).length;
  return {
    expected: count('BOOKED'),
    here: count('CHECKED_IN'),
    inProgress: count('IN_PROGRESS'),
    finished: count('FINISHED'),
    missed: count('NO_SHOW'),
  };
}

function timeOf({ receiving, absences, appointments }: AdviserDay, date: LocalDate, zone: string) {
  const spans = (items: readonly { start: string; end: string }[]) =>
    items.map((item) => onDay(item, date, zone)).filter((span) => span !== null);
  const available = without(spans(receiving), spans(absences));
  const taken = spans(appointments.filter((visit) => isLive(visit) || visit.status === 'FINISHED'));
  return { available, busy: within(taken, available) };
}
