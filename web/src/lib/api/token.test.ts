import { afterEach, describe, expect, it, vi } from 'vitest';
import { carryToken } from './token';

afterEach(() => vi.unstubAllGlobals());

function carried(cookies: string, method = 'POST') {
  vi.stubGlobal('document', { cookie: cookies });
  const request = new Request('http://localhost/api/session', { method });
  carryToken(request);
  return request.headers.get('X-XSRF-TOKEN');
}

describe('the token that a change carries', () => {
  it('is the one in the cookie', () => {
    expect(carried('a=1; XSRF-TOKEN=one%20two')).toBe('one two');
  });

  it('is the one that this host set over TLS, whatever another host planted', () => {
    expect(carried('XSRF-TOKEN=planted; __Host-XSRF-TOKEN=ours')).toBe('ours');
  });

  it('is not sent where nothing changes, or where there is none', () => {
    expect(carried('XSRF-TOKEN=one', 'GET')).toBeNull();
    expect(carried('a=1')).toBeNull();
  });
});
