import { describe, expect, it } from 'vitest';
import { copiedToWorkedDays, emptyWeek, isSound, minutesOf, nextInterval, problemOf, weekFrom } from './intervals';

const MORNING = { from: '09:00', to: '12:30' };
const AFTERNOON = { from: '14:00', to: '18:00' };
const week = { ...emptyWeek(), TUESDAY: [MORNING, AFTERNOON], WEDNESDAY: [MORNING] };

describe('an interval', () => {
  it.each([
    [[{ from: '9h', to: '12:00' }], 'unreadable'],
    [[{ from: '12:00', to: '09:00' }], 'backwards'],
    [[{ from: '12:00', to: '12:00' }], 'backwards'],
    [[MORNING], null],
  ])('of %j is %s', (intervals, problem) => {
    expect(problemOf(intervals, 0)).toBe(problem);
  });

  it('may touch the one before, but not overlap it', () => {
    expect(problemOf([MORNING, { from: '12:30', to: '13:00' }], 1)).toBeNull();
    expect(problemOf([MORNING, { from: '12:00', to: '13:00' }], 1)).toBe('overlap');
    expect(isSound({ ...week, MONDAY: [MORNING, MORNING] })).toBe(false);
    expect(isSound(week)).toBe(true);
  });

  it('is proposed where the day still has room', () => {
    expect(nextInterval([])).toEqual(MORNING);
    expect(nextInterval([MORNING])).toEqual(AFTERNOON);
    expect(nextInterval([MORNING, AFTERNOON])).toEqual({ from: '19:00', to: '20:00' });
  });
});

describe('a week', () => {
  it('is read with seconds or without, days off left out', () => {
    expect(weekFrom([{ day: 'MONDAY', intervals: [{ from: '09:00:00', to: '12:30:00' }] }])).toEqual({
      ...emptyWeek(),
      MONDAY: [MORNING],
    });
  });

  it('lends a day’s hours to the other days that are worked, and to no day off', () => {
    const copied = copiedToWorkedDays(week, 'TUESDAY');
    expect(copied.WEDNESDAY).toEqual([MORNING, AFTERNOON]);
    expect(copied.MONDAY).toEqual([]);
  });

  it('adds up its hours, leaving out what cannot be read', () => {
    expect(minutesOf(week)).toBe((3.5 + 4 + 3.5) * 60);
    expect(minutesOf({ ...emptyWeek(), MONDAY: [{ from: '9', to: '12:00' }] })).toBe(0);
  });
});
