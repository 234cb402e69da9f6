import { hoursAround, onDay, total, without, type MinuteSpan } from '@/components/timeline/layout';
import type { Appointment, CalendarAbsence, CalendarDay } from '@/generated/types.gen';

/** A day in the order it is lived: visits, the free time between them, and absences. */
export type AgendaEntry =
  | ({ kind: 'visit'; visit: Appointment } & MinuteSpan)
  | ({ kind: 'absence'; absence: CalendarAbsence } & MinuteSpan)
  | ({ kind: 'free' } & MinuteSpan);

/** Shorter gaps are a pause, not free time: the shortest visit takes a quarter of an hour. */
const SHORTEST = 15;

export function freeTime(day: CalendarDay, zone: string): MinuteSpan[] {
  const spans = (items: readonly { start: string; end: string }[]) =>
    items.map((item) => onDay(item, day.date, zone)).filter((span) => span !== null);
  const taken = [...spans(day.absences), ...spans(day.appointments.filter(takesTime))];
  return without(spans(day.receiving), taken).filter(({ from, to }) => to - from >= SHORTEST);
}

export function agendaOf(day: CalendarDay, zone: string): AgendaEntry[] {
  const shown = hoursAround(
    [...day.receiving, ...day.appointments].map((item) => onDay(item, day.date, zone)).filter((span) => span !== null),
  );
  const entries: AgendaEntry[] = freeTime(day, zone).map((span) => ({ kind: 'free', ...span }));
  for (const visit of day.appointments) {
    const span = onDay(visit, day.date, zone);
    if (span !== null) entries.push({ kind: 'visit', visit, ...span });
  }
  for (const absence of day.absences) {
    const span = onDay(absence, day.date, zone);
    if (span === null) continue;
    // An absence of several days is told for the hours of this day.
    const from = Math.max(span.from, shown.from);
    const to = Math.min(span.to, shown.to);
    if (to > from) entries.push({ kind: 'absence', absence, from, to });
  }
  const order = { absence: 0, visit: 1, free: 2 };
  return entries.sort((a, b) => a.from - b.from || order[a.kind] - order[b.kind]);
}

export interface DaySummary {
  visits: number;
  freeMinutes: number;
  /** Whether customers can be received that day, absent or not. */
  receives: boolean;
}

export function summaryOf(day: CalendarDay, zone: string): DaySummary {
  return {
    visits: day.appointments.filter(counts).length,
    freeMinutes: total(freeTime(day, zone)),
    receives: day.receiving.length > 0,
  };
}

function takesTime({ status }: Appointment): boolean {
  return status !== 'CANCELLED' && status !== 'NO_SHOW';
}

function counts({ status }: Appointment): boolean {
  return status !== 'CANCELLED';
}
