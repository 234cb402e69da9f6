import { DAYS, isSound, sorted, weekFrom, type Week } from '@/components/staff/intervals';
import type { Pattern } from '@/generated/types.gen';

/** Working hours as they are edited: every week the same, or two weeks that alternate. */
export interface PatternDraft {
  validFrom: string;
  weeks: [Week] | [Week, Week];
}

const DAY_MS = 86_400_000;

export function draftOf(pattern: Pattern | undefined, validFrom: string): PatternDraft {
  const week = (number: number): Week => weekFrom(pattern?.weeks.find((one) => one.week === number)?.days ?? []);
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

export function setWeek(draft: PatternDraft, index: number, week: Week): PatternDraft {
  const weeks = draft.weeks.map((one, at) => (at === index ? week : one));
  return { ...draft, weeks: weeks as PatternDraft['weeks'] };
}

export function isSoundPattern({ weeks }: PatternDraft): boolean {
  return weeks.every(isSound);
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
