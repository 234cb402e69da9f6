import { expect, it } from 'vitest';
import type { Activity } from '@/generated/types.gen';
import { byDay } from './by-day';

const at = (instant: string): Activity => ({
  id: instant,
  at: instant,
  action: '',
  label: '',
  by: 'YOU',
  who: '',
  outcome: 'DONE',
});

it('changes the day at the reader’s midnight', () => {
  const days = byDay(
    [at('2026-11-24T08:00:00Z'), at('2026-11-23T23:30:00Z'), at('2026-11-23T22:30:00Z')],
    'Europe/Paris',
  );
  expect(days.map(({ date, activities }) => [date, activities.length])).toEqual([
    ['2026-11-24', 2],
    ['2026-11-23', 1],
  ]);
});

it('has no days without activity', () => {
  expect(byDay([], 'Europe/Paris')).toEqual([]);
});
