import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Passkey, SecurityOverview } from '@/generated/types.gen';
import { isBare, isLastMeans } from './overview';
import { waysFor } from './ways';

const bare: SecurityOverview = { passkeys: [], recoveryCodesLeft: 0 };
const passkeys = [{ id: '1' } as Passkey];

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', { parseRequestOptionsFromJSON: () => undefined });
});

afterEach(() => vi.unstubAllGlobals());

const order = (means: SecurityOverview, device: boolean) => waysFor(means, device).map(({ way }) => way);
const recommended = (means: SecurityOverview, device: boolean) =>
  waysFor(means, device)
    .filter((way) => way.recommended)
    .map(({ way }) => way);

describe('what is offered to protect an account', () => {
  it('begins with what this device can do', () => {
    expect(order(bare, true)).toEqual(['passkey', 'app', 'text', 'sheet']);
    expect(order(bare, false)).toEqual(['app', 'passkey', 'text', 'sheet']);
    expect(recommended(bare, true)).toEqual(['passkey']);
    expect(recommended(bare, false)).toEqual(['app']);
  });

  it('recommends nothing more to who has something', () => {
    expect(recommended({ ...bare, recoveryCodesLeft: 10 }, true)).toEqual([]);
  });

  it('leaves passkeys out where the browser knows none', () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    expect(order(bare, false)).toEqual(['app', 'text', 'sheet']);
  });
});

describe('an account', () => {
  it('is bare with a password and codes by message alone', () => {
    expect(isBare({ ...bare, mobile: '78' })).toBe(true);
    expect(isBare({ ...bare, passkeys })).toBe(false);
    expect(isBare({ ...bare, recoveryCodesLeft: 1 })).toBe(false);
    expect(isBare({ ...bare, signOnSince: '2026-11-20T09:00:00Z' })).toBe(false);
    expect(isBare({ ...bare, authenticatorAppSince: '2026-11-20T09:00:00Z' })).toBe(false);
  });

  it('loses its last means with the only one', () => {
    const app = { ...bare, authenticatorAppSince: '2026-11-20T09:00:00Z' };
    expect(isLastMeans(app, 'app')).toBe(true);
    expect(isLastMeans({ ...app, passkeys }, 'app')).toBe(false);
    expect(isLastMeans({ ...app, passkeys }, 'passkey')).toBe(false);
    expect(isLastMeans({ ...bare, passkeys }, 'passkey')).toBe(true);
    expect(isLastMeans({ ...bare, passkeys, recoveryCodesLeft: 1 }, 'passkey')).toBe(false);
  });
});
