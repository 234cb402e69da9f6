import { describe, expect, it } from 'vitest';
import type { AdviserDay, Appointment, BranchCalendar } from '@/generated/types.gen';
import { loadOf, occupancyOf, peakOf, tallyOf, together } from './occupancy';

const DATE = '2026-11-24';
const ZONE = 'Europe/Paris';
const at = (time: string) => `${DATE}T${time}:00+01:00`;
const span = (from: string, to: string) => ({ start: at(from), end: at(to) });
const visit = (from: string, to: string, status: Appointment['status'] = 'BOOKED') =>
  ({ id: from, ...span(from, to), status }) as Appointment;
const adviser = (part: Partial<AdviserDay>): AdviserDay => ({
  adviser: { id: 'a', displayName: 'A' },
  working: [span('07:30', '19:00')],
  receiving: [span('09:00', '12:00')],
  absences: [],
  appointments: [],
  ...part,
});
const branch = (...advisers: AdviserDay[]): BranchCalendar => ({
  date: DATE,
  zone: ZONE,
  open: [],
  advisers,
  needingAction: 0,
});

describe('how full an adviser’s day is', () => {
  it('is what visits take of his working time', () => {
    expect(occupancyOf(adviser({ appointments: [visit('09:00', '10:30')] }), DATE, ZONE)).toEqual({
      busyMinutes: 90,
      receivingMinutes: 180,
      ratio: 0.5,
    });
  });

  it('leaves out absences, cancelled and missed visits', () => {
    const one = adviser({
      absences: [{ id: 'x', kind: 'TRAINING', ...span('11:00', '12:00') }],
      appointments: [visit('09:00', '10:00', 'CANCELLED'), visit('10:00', '11:00', 'NO_SHOW')],
    });
    expect(occupancyOf(one, DATE, ZONE)).toEqual({ busyMinutes: 0, receivingMinutes: 120, ratio: 0 });
  });

  it('is nothing, not an error, on a day off', () => {
    expect(occupancyOf(adviser({ receiving: [] }), DATE, ZONE).ratio).toBe(0);
    expect(together([]).ratio).toBe(0);
  });
});

describe('how the day of a branch flows', () => {
  const load = loadOf(
    branch(
      adviser({ appointments: [visit('09:00', '10:00'), visit('10:30', '11:00')] }),
      adviser({ receiving: [span('10:00', '12:00')], appointments: [visit('10:15', '11:00')] }),
    ),
  );

  it('is counted by half hours from the first who starts to the last who leaves', () => {
    expect(load.map(({ from, receiving, busy }) => [from / 60, receiving, busy])).toEqual([
      [9, 1, 1],
      [9.5, 1, 1],
      [10, 2, 1],
      [10.5, 2, 2],
      [11, 2, 0],
      [11.5, 2, 0],
    ]);
  });

  it('has its peak where most are in a visit', () => {
    expect(peakOf(load)?.from).toBe(630);
    expect(peakOf(loadOf(branch(adviser({}))))).toBeUndefined();
  });

  it('is empty when nobody works', () => {
    expect(loadOf(branch(adviser({ receiving: [] })))).toEqual([]);
  });
});

describe('the tally', () => {
  it('counts every status that the manager watches', () => {
    const some = [
      visit('09:00', '10:00', 'FINISHED'),
      visit('10:00', '11:00', 'IN_PROGRESS'),
      visit('11:00', '12:00'),
      visit('11:00', '12:00', 'NO_SHOW'),
      visit('11:00', '12:00', 'CANCELLED'),
    ];
    expect(tallyOf(some)).toEqual({ expected: 1, here: 0, inProgress: 1, finished: 1, missed: 1 });
  });
});
