import { describe, expect, it } from 'vitest';
import { emptyWeek } from '@/components/staff/intervals';
import { isPlain, osmOf } from './osm';

const MORNING = { from: '09:00', to: '12:30' };
const AFTERNOON = { from: '14:00', to: '18:00' };

describe('a week in OpenStreetMap’s words', () => {
  it('joins neighbouring days with the same hours', () => {
    const week = {
      ...emptyWeek(),
      MONDAY: [AFTERNOON],
      TUESDAY: [MORNING, AFTERNOON],
      WEDNESDAY: [MORNING, AFTERNOON],
      THURSDAY: [AFTERNOON, MORNING],
      FRIDAY: [MORNING],
      SATURDAY: [MORNING],
    };
    expect(osmOf(week, '')).toBe('Mo 14:00-18:00; Tu-Th 09:00-12:30,14:00-18:00; Fr,Sa 09:00-12:30');
  });

  it('leaves out days that are closed, and does not join over them', () => {
    expect(osmOf({ ...emptyWeek(), MONDAY: [MORNING], WEDNESDAY: [MORNING] }, '')).toBe(
      'Mo 09:00-12:30; We 09:00-12:30',
    );
    expect(osmOf(emptyWeek(), 'Mo 09:00-12:00; PH off')).toBe('');
  });

  it('is plain, so that it can be edited again', () => {
    expect(isPlain(osmOf({ ...emptyWeek(), MONDAY: [MORNING], TUESDAY: [MORNING] }, ''))).toBe(true);
  });
});

describe('public holidays', () => {
  const before = 'Mo-Fr 09:00-17:00; PH off';

  it('that are days off stay days off', () => {
    expect(isPlain(before)).toBe(true);
    expect(osmOf({ ...emptyWeek(), MONDAY: [MORNING] }, before)).toBe('Mo 09:00-12:30; PH off');
    expect(osmOf({ ...emptyWeek(), MONDAY: [MORNING] }, 'Mo 10:00-12:00')).toBe('Mo 09:00-12:30');
  });
});

describe('opening hours that say more', () => {
  it.each([
    'Mo-Fr 09:00-17:00; PH 10:00-12:00',
    'PH off; Mo-Fr 09:00-17:00',
    'Mo-Fr 09:00-12:00,14:00-17:00 "sur rendez-vous"',
    'Jul-Aug Mo-Fr 09:00-12:00',
    'Mo[1] 09:00-12:00',
    '24/7',
    '',
  ])('are left to whoever wrote them: %s', (text) => {
    expect(isPlain(text)).toBe(false);
  });
});
