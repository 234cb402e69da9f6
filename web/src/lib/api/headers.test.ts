import { describe, expect, it } from 'vitest';
import { forgetIntent, idempotencyKey, ifMatch } from './headers';

describe('headers of a change', () => {
  it('carry the version on screen', () => {
    expect(ifMatch({ version: 7 })).toEqual({ 'If-Match': '"7"' });
  });

  it('carry one key for one intent, another for another', () => {
    const first = idempotencyKey('book|1');
    expect(idempotencyKey('book|1')).toEqual(first);
    expect(idempotencyKey('book|2')).not.toEqual(first);
    expect(first['Idempotency-Key']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('carry a new key once the intent is settled', () => {
    const first = idempotencyKey('book|3');
    forgetIntent('book|3');
    expect(idempotencyKey('book|3')).not.toEqual(first);
  });
});
