import { addDays, isLocalDate, type LocalDate } from '@/lib/time/local-date';
import { isClock } from '@/lib/url';

/** An absence as it is typed: whole days, or some hours of one day. All of it on the branch's wall clock. */
export interface PeriodDraft {
  wholeDays: boolean;
  first: LocalDate;
  last: LocalDate;
  from: string;
  to: string;
}

/** As the server keeps it: two local date-times, the end not included. */
export interface Period {
  from: string;
  to: string;
}

export type PeriodProblem = 'first' | 'last' | 'hours' | 'tooLong';

const LONGEST = 366;

export function periodOf({ wholeDays, first, last, from, to }: PeriodDraft): Period | PeriodProblem {
  if (!isLocalDate(first)) return 'first';
  if (!wholeDays)
    return isClock(from) && isClock(to) && from < to ? { from: `${first}T${from}`, to: `${first}T${to}` } : 'hours';
  if (!isLocalDate(last) || last < first) return 'last';
  const period = { from: `${first}T00:00`, to: `${addDays(last, 1)}T00:00` };
  return addDays(first, LONGEST) < last ? 'tooLong' : period;
}

export function isPeriod(period: Period | PeriodProblem): period is Period {
  return typeof period !== 'string';
}

/** Told in whole days when it starts and ends at midnight, by the hour else. */
export type Told = { kind: 'days'; first: LocalDate; last: LocalDate } | ({ kind: 'hours'; date: LocalDate } & Period);

export function told({ from, to }: Period): Told | ({ kind: 'mixed' } & Period) {
  const [firstDay, firstTime] = parts(from);
  const [lastDay, lastTime] = parts(to);
  if (firstTime === '00:00' && lastTime === '00:00')
    return { kind: 'days', first: firstDay, last: addDays(lastDay, -1) };
  if (firstDay === lastDay) return { kind: 'hours', date: firstDay, from: firstTime, to: lastTime };
  return { kind: 'mixed', from, to };
}

/** The date and the time of a local date-time, whether or not it carries seconds. */
export function parts(local: string): [LocalDate, string] {
  return [local.slice(0, 10), local.slice(11, 16)];
}

/** Those not over yet first come first; what is over is left out. */
export function toCome<T extends Period>(absences: readonly T[], today: LocalDate): T[] {
  return absences.filter(({ to }) => to.slice(0, 16) > `${today}T00:00`).sort((a, b) => a.from.localeCompare(b.from));
}
