import { describe, expect, it } from 'vitest';
import { formatClock, formatDate, formatDay, formatDistance, formatTime, nearness } from './format';

describe('times and dates in words', () => {
  it('writes hours as each language does', () => {
    expect(formatClock('09:30', 'fr')).toBe('9\u00a0h\u00a030');
    expect(formatClock('14:00', 'fr')).toBe('14\u00a0h\u00a000');
    expect(formatClock('09:30', 'en')).toBe('9:30\u00a0am');
    expect(formatClock('00:15', 'en')).toBe('12:15\u00a0am');
    expect(formatClock('12:00', 'en')).toBe('12:00\u00a0pm');
  });

  it('writes an instant on the clock of the branch', () => {
    expect(formatTime('2026-11-23T08:30:00Z', 'Europe/Paris', 'fr')).toBe('9\u00a0h\u00a030');
    expect(formatDay('2026-11-23T23:30:00Z', 'Europe/Paris', 'fr')).toBe('mardi 24 novembre');
    expect(formatDay('2026-11-23T23:30:00Z', 'America/Martinique', 'en')).toBe('Monday 23 November');
  });

  it('writes the first of a month as people say it', () => {
    expect(formatDate('2026-12-01', 'fr')).toBe('mardi 1er\u00a0décembre');
    expect(formatDate('2026-12-11', 'fr')).toBe('vendredi 11 décembre');
    expect(formatDate('2026-12-01', 'en')).toBe('Tuesday 1 December');
  });

  it('knows today and tomorrow', () => {
    expect(nearness('2026-11-30', '2026-11-30')).toBe('today');
    expect(nearness('2026-12-01', '2026-11-30')).toBe('tomorrow');
    expect(nearness('2026-11-29', '2026-11-30')).toBeUndefined();
  });

  it('rounds distances to what a walker needs', () => {
    expect(formatDistance(12, 'fr')).toBe('50\u00a0m');
    expect(formatDistance(430, 'fr')).toBe('450\u00a0m');
    expect(formatDistance(1_240, 'fr')).toBe('1,2\u00a0km');
    expect(formatDistance(23_400, 'en')).toBe('23\u00a0km');
  });
});
