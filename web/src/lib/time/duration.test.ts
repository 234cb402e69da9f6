import { describe, expect, it } from 'vitest';
import { formatMinutes } from './duration';

describe('a duration', () => {
  it.each([
    [45, '45 min', '45 min'],
    [60, '1 h', '1 h'],
    [65, '1 h 05', '1 h 05 min'],
    [450, '7 h 30', '7 h 30 min'],
  ])('of %i minutes is written as people say it', (minutes, french, english) => {
    expect(formatMinutes(minutes, 'fr').replaceAll('\u00a0', ' ')).toBe(french);
    expect(formatMinutes(minutes, 'en').replaceAll('\u00a0', ' ')).toBe(english);
  });
});
