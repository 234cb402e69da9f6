import { describe, expect, it } from 'vitest';
import { closureInWords } from './closure';

const inWords = (from: string, to: string) => closureInWords({ from, to }, 'fr').replaceAll('\u00a0', ' ');

describe('a closure in words', () => {
  it('names one whole day', () => {
    expect(inWords('2026-12-24T00:00', '2026-12-25T00:00')).toBe('jeudi 24 décembre');
  });

  it('names the first and last of several days', () => {
    expect(inWords('2026-08-03T00:00', '2026-08-15T00:00')).toBe('lundi 3 août – vendredi 14 août');
  });

  it('names the hours of a part of a day', () => {
    expect(inWords('2026-11-27T16:00', '2026-11-27T19:00')).toBe('vendredi 27 novembre, 16 h 00 – 19 h 00');
    expect(inWords('2026-11-27T16:00', '2026-11-28T00:00')).toBe('vendredi 27 novembre, 16 h 00 – 24 h 00');
  });

  it('names both ends otherwise', () => {
    expect(inWords('2026-11-27T16:00', '2026-11-28T10:00')).toBe(
      'vendredi 27 novembre, 16 h 00 – samedi 28 novembre, 10 h 00',
    );
  });
});
