import { describe, expect, it } from 'vitest';
import { readClock } from './read-clock';

describe('a typed time', () => {
  it.each([
    ['9', '09:00'],
    ['9h', '09:00'],
    ['9h30', '09:30'],
    ['9 h 30', '09:30'],
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['930', '09:30'],
    ['1430', '14:30'],
    ['0', '00:00'],
    [' 18h00 ', '18:00'],
  ])('"%s" is read as %s', (typed, time) => {
    expect(readClock(typed)).toBe(time);
  });

  it.each(['', 'neuf', '24', '9h60', '12345', '9-30'])('"%s" is not guessed at', (typed) => {
    expect(readClock(typed)).toBeUndefined();
  });
});
