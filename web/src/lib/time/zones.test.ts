import { describe, expect, it } from 'vitest';
import { clockIn, dateIn, minuteOfDay, sameClock, townOf } from './zones';

const PARIS = 'Europe/Paris';
const MARTINIQUE = 'America/Martinique';

describe('the wall clock of a zone', () => {
  it('shows the day and hour there, whatever the offset of the instant', () => {
    expect(dateIn(PARIS, '2026-11-23T23:30:00Z')).toBe('2026-11-24');
    expect(clockIn(PARIS, '2026-11-23T23:30:00Z')).toBe('00:30');
    expect(dateIn(MARTINIQUE, '2026-11-24T00:30:00+01:00')).toBe('2026-11-23');
    expect(minuteOfDay(MARTINIQUE, '2026-11-24T00:30:00+01:00')).toBe(19 * 60 + 30);
  });

  it('keeps local hours on both sides of a change of clocks', () => {
    expect(clockIn(PARIS, '2026-03-28T08:00:00Z')).toBe('09:00');
    expect(clockIn(PARIS, '2026-03-30T07:00:00Z')).toBe('09:00');
    expect(clockIn(PARIS, '2026-10-24T07:00:00Z')).toBe('09:00');
    expect(clockIn(PARIS, '2026-10-26T08:00:00Z')).toBe('09:00');
  });

  it('is the same in Brussels and Paris, not in Martinique', () => {
    expect(sameClock(PARIS, 'Europe/Brussels', '2026-11-23T09:00:00Z')).toBe(true);
    expect(sameClock(PARIS, MARTINIQUE, '2026-11-23T09:00:00Z')).toBe(false);
    // Algiers keeps one time all year: like Paris in winter only.
    expect(sameClock(PARIS, 'Africa/Algiers', '2026-11-23T09:00:00Z')).toBe(true);
    expect(sameClock(PARIS, 'Africa/Algiers', '2026-07-23T09:00:00Z')).toBe(false);
  });

  it('has a name for people', () => {
    expect(townOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });
});
