import { describe, expect, it } from 'vitest';
import { readDate, writeDate } from './read-date';

describe('a typed date', () => {
  it.each([
    '26/11/2026',
    '26/11/26',
    '26.11.2026',
    '26-11-2026',
    '26 11 2026',
    ' 26 / 11 / 2026 ',
    '26112026',
    '2026-11-26',
  ])('"%s" is read day first', (typed) => {
    expect(readDate(typed)).toBe('2026-11-26');
  });

  it('does without leading zeros', () => {
    expect(readDate('1/2/2027')).toBe('2027-02-01');
  });

  it.each(['', '26', '26/11', '11/26/2026', '30/02/2027', '26/11/202', 'jeudi'])('"%s" is not guessed at', (typed) => {
    expect(readDate(typed)).toBeUndefined();
  });

  it('is written as it can be read again', () => {
    expect(writeDate('2026-11-06')).toBe('06/11/2026');
    expect(readDate(writeDate('2026-11-06'))).toBe('2026-11-06');
  });
});
