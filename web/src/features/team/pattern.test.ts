import { describe, expect, it } from 'vitest';
import { emptyWeek } from '@/components/staff/intervals';
import type { Pattern } from '@/generated/types.gen';
import { alternate, draftOf, patternOf, patternOn, setWeek, weekOf } from './pattern';

const MORNING = { from: '09:00', to: '12:30' };
const AFTERNOON = { from: '14:00', to: '18:00' };
const weekly: Pattern = {
  validFrom: '2026-01-05',
  everyWeeks: 1,
  weeks: [
    {
      week: 1,
      days: [
        { day: 'TUESDAY', intervals: [MORNING, AFTERNOON] },
        { day: 'WEDNESDAY', intervals: [MORNING] },
      ],
    },
  ],
};

describe('a draft of working hours', () => {
  it('gives back the pattern that it was read from', () => {
    expect(patternOf(draftOf(weekly, '2026-01-05'))).toEqual(weekly);
  });

  it('reads local times with seconds as hours and minutes', () => {
    const draft = draftOf(
      { ...weekly, weeks: [{ week: 1, days: [{ day: 'MONDAY', intervals: [{ from: '09:00:00', to: '12:00:00' }] }] }] },
      '2026-01-05',
    );
    expect(draft.weeks[0].MONDAY).toEqual([{ from: '09:00', to: '12:00' }]);
  });

  it('starts the second week as a copy of the first, and each can then differ', () => {
    const two = alternate(draftOf(weekly, '2026-01-05'), true);
    const changed = setWeek(two, 1, { ...two.weeks[0], WEDNESDAY: [] });
    expect(patternOf(changed).everyWeeks).toBe(2);
    expect(changed.weeks[0].WEDNESDAY).toEqual([MORNING]);
    expect(changed.weeks[1]?.WEDNESDAY).toEqual([]);
  });

  it('keeps the first week when weeks stop alternating', () => {
    const back = alternate(setWeek(alternate(draftOf(weekly, '2026-01-05'), true), 1, emptyWeek()), false);
    expect(patternOf(back)).toEqual(weekly);
  });
});

describe('alternating weeks', () => {
  const alternating = { validFrom: '2026-11-18', everyWeeks: 2 };

  it('count from the ISO week of the start date, not from the date', () => {
    expect(weekOf(alternating, '2026-11-16')).toBe(1);
    expect(weekOf(alternating, '2026-11-22')).toBe(1);
    expect(weekOf(alternating, '2026-11-23')).toBe(2);
    expect(weekOf(alternating, '2026-11-30')).toBe(1);
  });

  it('go on across a year of 53 weeks', () => {
    expect(weekOf(alternating, '2026-12-28')).toBe(1);
    expect(weekOf(alternating, '2027-01-03')).toBe(1);
    expect(weekOf(alternating, '2027-01-04')).toBe(2);
  });
});

describe('moving the start of alternating weeks', () => {
  const odd = setWeek(alternate(draftOf(weekly, '2026-11-16'), true), 1, emptyWeek());
  const hours = (pattern: Pattern, date: string) =>
    pattern.weeks.find(({ week }) => week === weekOf(pattern, date))?.days.find(({ day }) => day === 'TUESDAY');

  it('keeps every date its hours, by changing the weeks’ places', () => {
    const before = patternOf(odd);
    for (const start of ['2026-11-18', '2026-11-23', '2026-11-30', '2027-01-04']) {
      const after = patternOf(draftOf(before, start));
      for (const date of ['2027-01-05', '2027-01-12', '2027-01-19']) {
        expect(hours(after, date)).toEqual(hours(before, date));
      }
    }
  });
});

describe('several patterns', () => {
  const later = { ...weekly, validFrom: '2026-12-01' };

  it('give way to the one that started last', () => {
    expect(patternOn([later, weekly], '2026-11-30')).toBe(weekly);
    expect(patternOn([later, weekly], '2026-12-01')).toBe(later);
    expect(patternOn([later], '2026-11-30')).toBeUndefined();
  });
});
