import { describe, expect, it } from 'vitest';
import { addDays, datesFrom, dayOfWeek, daysBetween, isLocalDate, mondayOf } from './local-date';

describe('a local date', () => {
  it('is a real day of the calendar', () => {
    expect(isLocalDate('2026-11-23')).toBe(true);
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('2026-13-01')).toBe(false);
    expect(isLocalDate('23/11/2026')).toBe(false);
    expect(isLocalDate(undefined)).toBe(false);
  });

  it('counts days over the end of a month, of a year and over a change of clocks', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-26', -2)).toBe('2026-10-24');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('knows its weekday', () => {
    expect(dayOfWeek('2026-11-23')).toBe(1);
    expect(dayOfWeek('2026-11-29')).toBe(7);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  });

  it('is followed by others', () => {
    expect(datesFrom('2026-11-29', 3)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
  });
});
