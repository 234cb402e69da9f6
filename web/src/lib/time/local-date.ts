/** A calendar day, "2026-11-23", with no time and no zone. All arithmetic is done on the calendar, never on clocks. */
export type LocalDate = string;

const DAY = 86_400_000;

export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && fromUtc(toUtc(value)) === value;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(toUtc(date) + days * DAY);
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY);
}

/** Monday is 1, Sunday is 7. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(toUtc(date)).getUTCDay() || 7;
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - dayOfWeek(date));
}

export function datesFrom(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** Noon UTC of the day: what Intl gets when a date is written, with `timeZone: 'UTC'`. */
export function asUtcNoon(date: LocalDate): Date {
  return new Date(toUtc(date) + DAY / 2);
}

function toUtc(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromUtc(millis: number): LocalDate {
  return Number.isNaN(millis) ? '' : new Date(millis).toISOString().slice(0, 10);
}
