/** The hours of a day as they are edited: what is typed may be wrong for a moment, so nothing here throws. */

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof DAYS)[number];

export interface Interval {
  from: string;
  to: string;
}

export type Week = Record<Day, Interval[]>;
export type IntervalProblem = 'unreadable' | 'backwards' | 'overlap';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const FIRST: Interval = { from: '09:00', to: '12:30' };
const SECOND: Interval = { from: '14:00', to: '18:00' };

export function emptyWeek(): Week {
  return Object.fromEntries(DAYS.map((day) => [day, []])) as unknown as Week;
}

/** The week as the server tells it; days that it leaves out are days off. */
export function weekFrom(days: readonly { day: Day; intervals: readonly Interval[] }[]): Week {
  const week = emptyWeek();
  for (const { day, intervals } of days) {
    week[day] = intervals.map(({ from, to }) => ({ from: from.slice(0, 5), to: to.slice(0, 5) }));
  }
  return week;
}

/** A plausible next interval: the morning, then the afternoon, then an hour after the last end. */
export function nextInterval(intervals: readonly Interval[]): Interval {
  if (intervals.length === 0) return FIRST;
  const end = sorted(intervals).at(-1)?.to ?? '12:00';
  if (end <= SECOND.from) return SECOND;
  const hour = Math.min(22, Number(end.slice(0, 2)) + 1);
  return { from: `${String(hour).padStart(2, '0')}:00`, to: `${String(hour + 1).padStart(2, '0')}:00` };
}

/** Copies one day's hours to the other days of the week which are worked. */
export function copiedToWorkedDays(week: Week, from: Day): Week {
  const copies = DAYS.filter((day) => day !== from && week[day].length > 0).map((day) => [
    day,
    week[from].map((interval) => ({ ...interval })),
  ]);
  return { ...week, ...(Object.fromEntries(copies) as Partial<Week>) };
}

export function problemOf(intervals: readonly Interval[], index: number): IntervalProblem | null {
  const interval = intervals[index];
  if (!interval || !TIME.test(interval.from) || !TIME.test(interval.to)) return 'unreadable';
  if (interval.from >= interval.to) return 'backwards';
  const clashes = intervals.some(
    (other, at) => at < index && TIME.test(other.from) && other.from < interval.to && interval.from < other.to,
  );
  return clashes ? 'overlap' : null;
}

export function isSound(week: Week): boolean {
  return DAYS.every((day) => week[day].every((_, index) => problemOf(week[day], index) === null));
}

/** Minutes in a week, counting only what can be read. */
export function minutesOf(week: Week): number {
  return DAYS.flatMap((day) => week[day])
    .filter(({ from, to }) => TIME.test(from) && TIME.test(to) && from < to)
    .reduce((sum, { from, to }) => sum + minutes(to) - minutes(from), 0);
}

export function sorted(intervals: readonly Interval[]): Interval[] {
  return [...intervals].sort((a, b) => a.from.localeCompare(b.from));
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
