import { afterEach, describe, expect, it, vi } from 'vitest';
import { kindOf } from '@/lib/errors';
import { isPassing, isProblem, Problem, toFailure, Unreachable } from './problems';

const answer = (status: number) => new Response(null, { status });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a failure', () => {
  it('is a problem with a short type when the server refused', () => {
    const failure = toFailure({ type: '/problems/slot-taken', title: 'Pris', nearest: [] }, answer(409));
    expect(isProblem(failure, 'slot-taken')).toBe(true);
    expect(isProblem(failure, 'hold-expired')).toBe(false);
    expect((failure as Problem).body.nearest).toEqual([]);
  });

  it('is a problem too when the answer was no problem document', () => {
    const failure = toFailure('<html>Bad Gateway</html>', answer(502));
    expect(isProblem(failure)).toBe(true);
    expect(isPassing(failure)).toBe(true);
  });

  it('is unreachable when there was no answer', () => {
    expect(toFailure(new TypeError('Failed to fetch'), undefined)).toBeInstanceOf(Unreachable);
  });

  it('stays what it is when the request was called off', () => {
    const called = new DOMException('', 'AbortError');
    expect(toFailure(called, undefined)).toBe(called);
  });

  it('knows the message of a field', () => {
    const failure = new Problem(422, { errors: [{ field: 'phone', message: 'Trop court' }] });
    expect(failure.fieldMessage('phone')).toBe('Trop court');
    expect(failure.fieldMessage('email')).toBeUndefined();
  });

  it('says what a reader can do about it', () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(kindOf(new Unreachable(''))).toBe('offline');
    vi.stubGlobal('navigator', { onLine: true });
    expect(kindOf(new Unreachable(''))).toBe('away');
    expect(kindOf(new Problem(503, {}))).toBe('away');
    expect(kindOf(new Problem(404, {}))).toBe('missing');
    expect(kindOf(new Problem(403, {}))).toBe('forbidden');
    expect(kindOf(new Problem(409, {}))).toBe('refused');
    expect(kindOf(new Problem(500, {}))).toBe('broken');
    expect(kindOf(new Error('bug'))).toBe('broken');
  });
});
