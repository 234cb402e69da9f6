import { describe, expect, it } from 'vitest';
import type { FreeSlots, Slot } from '@/generated/types.gen';
import { daysWith, firstOf, weekdaysOf, windowAt } from './slot-days';

const slot = (start: string): Slot => ({ start, end: start, advisers: 1 });

const morning = slot('2026-11-24T09:00:00+01:00');
const afternoon = slot('2026-11-24T14:00:00+01:00');
const later = slot('2026-11-26T15:00:00+01:00');

const free: FreeSlots = {
  branchId: 'b',
  reasonId: 'r',
  zone: 'Europe/Paris',
  days: [
    { date: '2026-11-24', slots: [morning, afternoon] },
    { date: '2026-11-25', slots: [] },
    { date: '2026-11-26', slots: [later] },
  ],
  firstAvailable: morning,
  horizon: { from: '2026-11-24', to: '2027-01-22' },
};

describe('the window of five weeks', () => {
  it('starts on the Monday of this week and asks for nothing past', () => {
    expect(windowAt(undefined, '2026-11-25', '2027-01-22')).toEqual({
      monday: '2026-11-23',
      from: '2026-11-25',
      to: '2026-12-27',
      previous: undefined,
      next: '2026-12-28',
    });
  });

  it('turns to the weeks that hold the wished day', () => {
    expect(windowAt('2027-01-10', '2026-11-25', '2027-01-22')).toMatchObject({
      monday: '2026-12-28',
      previous: '2026-11-23',
      next: undefined,
    });
  });

  it('stays on the first weeks for a day that is over', () => {
    expect(windowAt('2026-10-01', '2026-11-25', undefined).monday).toBe('2026-11-23');
  });
});

describe('the days on offer', () => {
  it('are those with something left after the filter', () => {
    expect(daysWith(free, undefined).map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-26']);
    expect(daysWith(free, 'matin')).toEqual([{ date: '2026-11-24', slots: [morning] }]);
    expect(daysWith(free, 'apres-midi')).toHaveLength(2);
  });

  it('tell morning from afternoon on the clock of the branch', () => {
    const far = { ...free, zone: 'America/Martinique' };
    expect(daysWith(far, 'apres-midi')).toEqual([]);
  });

  it('lead with the first that passes the filter', () => {
    expect(firstOf(free, daysWith(free, undefined), undefined)).toBe(morning);
    expect(firstOf(free, daysWith(free, 'apres-midi'), 'apres-midi')).toBe(afternoon);
    expect(firstOf({ ...free, days: [] }, [], 'apres-midi')).toBeUndefined();
  });

  it('show a Sunday only where there is one', () => {
    expect(weekdaysOf(free.days)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(weekdaysOf([{ date: '2026-11-29', slots: [later] }])).toHaveLength(7);
  });
});
