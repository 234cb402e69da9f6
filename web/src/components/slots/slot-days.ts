import type { FreeSlots, Slot, SlotDay } from '@/generated/types.gen';
import { addDays, dayOfWeek, daysBetween, mondayOf, type LocalDate } from '@/lib/time/local-date';
import { dateIn, minuteOfDay } from '@/lib/time/zones';

export const partsOfDay = ['matin', 'apres-midi'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

const NOON = 12 * 60;

/** How many days the grid shows at once: five weeks, from a Monday. */
export const WINDOW = 35;

export interface Window {
  /** First and last day to ask for: nothing before today. */
  from: LocalDate;
  to: LocalDate;
  monday: LocalDate;
  previous: LocalDate | undefined;
  next: LocalDate | undefined;
}

/** The five weeks around a wished day; weeks are counted from the one that today lies in. */
export function windowAt(wished: LocalDate | undefined, today: LocalDate, last: LocalDate | undefined): Window {
  const start = mondayOf(today);
  const turns = wished === undefined ? 0 : Math.max(0, Math.floor(daysBetween(start, wished) / WINDOW));
  const monday = addDays(start, turns * WINDOW);
  const end = addDays(monday, WINDOW - 1);
  return {
    monday,
    from: monday < today ? today : monday,
    to: end,
    previous: turns === 0 ? undefined : addDays(monday, -WINDOW),
    next: last !== undefined && end < last ? addDays(end, 1) : undefined,
  };
}

export function isPart(part: PartOfDay | undefined, slot: Slot, zone: string): boolean {
  if (part === undefined) return true;
  return minuteOfDay(zone, slot.start) < NOON === (part === 'matin');
}

/** The days that have something left after the filter. */
export function daysWith(free: FreeSlots | undefined, part: PartOfDay | undefined): SlotDay[] {
  if (free === undefined) return [];
  return free.days
    .map(({ date, slots }) => ({ date, slots: slots.filter((slot) => isPart(part, slot, free.zone)) }))
    .filter(({ slots }) => slots.length > 0);
}

/** The first slot that passes the filter: among those on screen, else the one the server names. */
export function firstOf(free: FreeSlots | undefined, days: readonly SlotDay[], part: PartOfDay | undefined) {
  const first = free?.firstAvailable;
  if (free === undefined || first === undefined) return undefined;
  if (isPart(part, first, free.zone)) return first;
  const seen = days[0];
  return seen !== undefined && seen.date >= dateIn(free.zone, first.start) ? seen.slots[0] : undefined;
}

/** Monday to Saturday; Sunday only where a branch opens on one. */
export function weekdaysOf(days: readonly SlotDay[]): number[] {
  const sunday = days.some(({ date }) => dayOfWeek(date) === 7);
  return sunday ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5, 6];
}
