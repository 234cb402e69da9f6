import { describe, expect, it } from 'vitest';
import { periodOf, told, toCome, type PeriodDraft } from './period';

const draft = (part: Partial<PeriodDraft>): PeriodDraft => ({
  wholeDays: true,
  first: '2026-11-30',
  last: '2026-12-01',
  from: '14:00',
  to: '16:00',
  ...part,
});

describe('a typed absence', () => {
  it('of whole days runs from midnight to the midnight after its last day', () => {
    expect(periodOf(draft({}))).toEqual({ from: '2026-11-30T00:00', to: '2026-12-02T00:00' });
  });

  it('of some hours stays on its day', () => {
    expect(periodOf(draft({ wholeDays: false }))).toEqual({ from: '2026-11-30T14:00', to: '2026-11-30T16:00' });
  });

  it.each([
    [{ first: '' }, 'first'],
    [{ last: '2026-11-29' }, 'last'],
    [{ last: '2126-11-29' }, 'tooLong'],
    [{ wholeDays: false, to: '14:00' }, 'hours'],
    [{ wholeDays: false, from: '' }, 'hours'],
  ] as const)('with %j is refused for its %s', (part, problem) => {
    expect(periodOf(draft(part))).toBe(problem);
  });
});

describe('a recorded absence', () => {
  it('is told in days when it starts and ends at midnight, with or without seconds', () => {
    expect(told({ from: '2026-11-30T00:00:00', to: '2026-12-02T00:00:00' })).toEqual({
      kind: 'days',
      first: '2026-11-30',
      last: '2026-12-01',
    });
  });

  it('is told by the hour within a day, and as it is across days', () => {
    expect(told({ from: '2026-11-30T14:00', to: '2026-11-30T16:00' }).kind).toBe('hours');
    expect(told({ from: '2026-11-30T14:00', to: '2026-12-01T12:00' }).kind).toBe('mixed');
  });

  it('leaves the list once it is over', () => {
    const past = { from: '2026-11-20T00:00', to: '2026-11-24T00:00' };
    const running = { from: '2026-11-23T00:00', to: '2026-11-25T00:00' };
    const coming = { from: '2026-11-20T00:00', to: '2026-12-25T00:00' };
    expect(toCome([running, past, coming], '2026-11-24')).toEqual([coming, running]);
  });
});
