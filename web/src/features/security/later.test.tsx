import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPostponed, postpone } from './later';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

describe('who wants to protect an account later', () => {
  it('is not asked again for a month', () => {
    expect(isPostponed('pierre')).toBe(false);
    postpone('pierre');
    vi.advanceTimersByTime(29 * 86_400_000);
    expect(isPostponed('pierre')).toBe(true);
    vi.advanceTimersByTime(2 * 86_400_000);
    expect(isPostponed('pierre')).toBe(false);
  });

  it('says so for one account', () => {
    postpone('pierre');
    expect(isPostponed('marie')).toBe(false);
  });

  it.each(['', 'null', '{', '[1]', '{"account":"pierre","at":"x"}'])(
    'is asked when what is kept is damaged: %s',
    (kept) => {
      localStorage.setItem('guichet.protect-later', kept);
      expect(isPostponed('pierre')).toBe(false);
    },
  );
});
