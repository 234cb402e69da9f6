import type { Pattern } from '@/generated/types.gen';

/** Working hours as they are edited: what is typed may be wrong for a moment, so nothing here throws. */

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof DAYS)[number];
export interface Interval {
  from: string;
  to: string;
}
export type Week = Record<Day, Interval[]>;
export interface PatternDraft {
  validFrom: string;
  weeks: [Week] | [Week, Week];
}
export type IntervalProblem = 'unreadable' | 'backwards' | 'overlap';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const LAST_INTERVAL: Interval = { from: '14:00', to: '18:00' };
const FIRST_INTERVAL: Interval = { from: '09:00', to: '12:30' };
const DAY_MS = 86_400_000;

export function emptyWeek(): Week {
  return Object.fromEntries(DAYS.map((day) => [day, []])) as unknown as Week;
}

export function draftOf(pattern: Pattern | undefined, validFrom: string): PatternDraft {
  const week = (number: number): Week => {
    const days = pattern?.weeks.find((one) => one.week === number)?.days ?? [];
    const read = emptyWeek();
    for (const { day, intervals } of days)
      read[day] = intervals.map(({ from, to }) => ({ from: hhmm(from), to: hhmm(to) }));
    return read;
  };
  if (pattern?.everyWeeks !== 2) return { validFrom, weeks: [week(1)] };
  return moveTo({ validFrom: pattern.validFrom, weeks: [week(1), week(2)] }, validFrom);
}

/** Another start date. Week 1 is always that of the start, so the two weeks change places when it moves by an odd number. */
export function moveTo(draft: PatternDraft, validFrom: string): PatternDraft {
  const [first, second] = draft.weeks;
  const swaps = second !== undefined && weekOf({ validFrom: draft.validFrom, everyWeeks: 2 }, validFrom) === 2;
  return { validFrom, weeks: swaps ? [second, first] : draft.weeks };
}

export function patternOf(draft: PatternDraft): Pattern {
  return {
    validFrom: draft.validFrom,
    everyWeeks: draft.weeks.length,
    weeks: draft.weeks.map((week, index) => ({
      week: index + 1,
      days: DAYS.filter((day) => week[day].length > 0).map((day) => ({ day, intervals: sorted(week[day]) })),
    })),
  };
}

/** Going to alternating weeks starts the second as a copy of the first; going back keeps the first. */
export function alternate(draft: PatternDraft, alternating: boolean): PatternDraft {
  const [first, second] = draft.weeks;
  return { ...draft, weeks: alternating ? [first, second ?? structuredClone(first)] : [first] };
}

export function setDay(draft: PatternDraft, week: number, day: Day, intervals: Interval[]): PatternDraft {
  const weeks = draft.weeks.map((one, index) => (index === week ? { ...one, [day]: intervals } : one));
  return { ...draft, weeks: weeks as PatternDraft['weeks'] };
}

/** A plausible next interval: the morning, then the afternoon, then an hour after the last end. */
export function nextInterval(intervals: readonly Interval[]): Interval {
  if (intervals.length === 0) return FIRST_INTERVAL;
  const end = sorted(intervals).at(-1)?.to ?? '12:00';
  if (end <= LAST_INTERVAL.from) return LAST_INTERVAL;
  const hour = Math.min(22, Number(end.slice(0, 2)) + 1);
  return { from: `${String(hour).padStart(2, '0')}:00`, to: `${String(hour + 1).padStart(2, '0')}:00` };
}

/** Copies one day's hours to the other days of that week which are worked. */
export function copyToWorkedDays(draft: PatternDraft, week: number, from: Day): PatternDraft {
  const source = draft.weeks[week];
  if (!source) return draft;
  return DAYS.filter((day) => day !== from && source[day].length > 0).reduce(
    (next, day) =>
      setDay(
        next,
        week,
        day,
        source[from].map((interval) => ({ ...interval })),
      ),
    draft,
  );
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

export function isSound(draft: PatternDraft): boolean {
  return draft.weeks.every((week) =>
    DAYS.every((day) => week[day].every((_, index) => problemOf(week[day], index) === null)),
  );
}

/** Minutes of work in a week, counting only what can be read. */
export function minutesOf(week: Week): number {
  return DAYS.flatMap((day) => week[day])
    .filter(({ from, to }) => TIME.test(from) && TIME.test(to) && from < to)
    .reduce((sum, { from, to }) => sum + minutes(to) - minutes(from), 0);
}

/** Which week of the pattern a date falls in: weeks alternate from the ISO week of the start date. */
export function weekOf(pattern: Pick<Pattern, 'validFrom' | 'everyWeeks'>, date: string): 1 | 2 {
  if (pattern.everyWeeks !== 2) return 1;
  return Math.abs(isoWeekNumber(date) - isoWeekNumber(pattern.validFrom)) % 2 === 0 ? 1 : 2;
}

/** The pattern in force on a date: the one that started last. */
export function patternOn(patterns: readonly Pattern[], date: string): Pattern | undefined {
  return patterns
    .filter((pattern) => pattern.validFrom <= date)
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom))
    .at(-1);
}

/** Weeks since a Monday long ago, so that two dates of one ISO week have the same number across a year's end. */
function isoWeekNumber(date: string): number {
  const daysSinceEpoch = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  return Math.floor((daysSinceEpoch + 3) / 7);
}

function sorted(intervals: readonly Interval[]): Interval[] {
  return [...intervals].sort((a, b) => a.from.localeCompare(b.from));
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function hhmm(time: string): string {
  return time.slice(0, 5);
}
