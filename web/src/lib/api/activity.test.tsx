import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { getSession, listReasons } from '@/generated/sdk.gen';
import { keeper } from '@/lib/presence/presence';
import { watchTouches } from '@/lib/presence/touches';
import { serve } from '../../../test/server';

const HEADER = 'Guichet-Activity';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  watchTouches();
});

afterEach(() => vi.useRealTimers());

describe('a request', () => {
  it('is somebody’s doing within a minute of a touch', async () => {
    const calls = serve({ 'GET /api/reasons': () => [] });
    const counted = vi.spyOn(keeper, 'counted');
    for (const sign of ['pointerdown', 'keydown', 'click', 'input', 'touchmove', 'wheel']) {
      vi.setSystemTime(Date.now() + 3_600_000);
      document.body.dispatchEvent(new Event(sign, { bubbles: true }));
      vi.setSystemTime(Date.now() + 59_000);
      await listReasons();
      expect(calls.at(-1)?.headers.has(HEADER), sign).toBe(false);
    }
    expect(counted).toHaveBeenCalledTimes(6);
  });

  it('is the page’s own afterwards, and keeps no session open', async () => {
    const calls = serve({ 'GET /api/reasons': () => [] });
    const counted = vi.spyOn(keeper, 'counted');
    document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
    vi.setSystemTime(Date.now() + 60_000);
    window.dispatchEvent(new Event('scroll'));
    await listReasons();
    expect(calls.at(-1)?.headers.get(HEADER)).toBe('none');
    expect(counted).not.toHaveBeenCalled();
  });

  it('for how long the session lasts does not make it last longer', async () => {
    const calls = serve({ 'GET /api/session': () => ({}) });
    const counted = vi.spyOn(keeper, 'counted');
    document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
    await getSession({ headers: { [HEADER]: 'none' } });
    expect(calls.at(-1)?.headers.get(HEADER)).toBe('none');
    expect(counted).not.toHaveBeenCalled();
  });
});
