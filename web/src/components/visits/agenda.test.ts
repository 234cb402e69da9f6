import { describe, expect, it } from 'vitest';
import type { Appointment, CalendarDay } from '@/generated/types.gen';
import { agendaOf, freeTime, summaryOf } from './agenda';

const ZONE = 'Europe/Paris';
const at = (time: string) => `2026-11-24T${time}:00+01:00`;
const visit = (from: string, to: string, status: Appointment['status'] = 'BOOKED') =>
  ({ id: from, start: at(from), end: at(to), status }) as Appointment;
const day = (part: Partial<CalendarDay>): CalendarDay => ({
  date: '2026-11-24',
  // Longer than the branch is open: that is no time for customers.
  working: [{ start: at('07:30'), end: at('19:00') }],
  receiving: [
    { start: at('09:00'), end: at('12:30') },
    { start: at('14:00'), end: at('18:00') },
  ],
  absences: [],
  appointments: [],
  ...part,
});
const told = (entries: ReturnType<typeof agendaOf>) =>
  entries.map(({ kind, from, to }) => `${kind} ${String(from / 60)}-${String(to / 60)}`);

describe('a day in order', () => {
  it('tells visits and what is free between them', () => {
    expect(told(agendaOf(day({ appointments: [visit('14:00', '15:00'), visit('09:00', '10:00')] }), ZONE))).toEqual([
      'visit 9-10',
      'free 10-12.5',
      'visit 14-15',
      'free 15-18',
    ]);
  });

  it('tells an absence of several days for the hours of this day', () => {
    const absence = {
      id: 'a',
      kind: 'PLANNED' as const,
      start: '2026-11-23T00:00:00+01:00',
      end: '2026-11-26T00:00:00+01:00',
    };
    expect(told(agendaOf(day({ absences: [absence] }), ZONE))).toEqual(['absence 9-18']);
  });

  it('gives back the time of a cancelled or missed visit', () => {
    const full = day({ receiving: [{ start: at('09:00'), end: at('10:00') }] });
    for (const status of ['CANCELLED', 'NO_SHOW'] as const) {
      expect(freeTime({ ...full, appointments: [visit('09:00', '10:00', status)] }, ZONE)).toHaveLength(1);
    }
    expect(freeTime({ ...full, appointments: [visit('09:00', '10:00')] }, ZONE)).toEqual([]);
  });

  it('does not call a pause of ten minutes free time', () => {
    const tight = day({
      receiving: [{ start: at('09:00'), end: at('10:00') }],
      appointments: [visit('09:00', '09:25'), visit('09:35', '10:00')],
    });
    expect(freeTime(tight, ZONE)).toEqual([]);
  });

  it('keeps visits booked outside working hours in sight', () => {
    expect(told(agendaOf(day({ working: [], receiving: [], appointments: [visit('19:00', '20:00')] }), ZONE))).toEqual([
      'visit 19-20',
    ]);
  });
});

describe('the summary of a day', () => {
  it('counts visits but not cancelled ones, and free minutes', () => {
    const some = day({ appointments: [visit('09:00', '10:00'), visit('14:00', '15:00', 'CANCELLED')] });
    expect(summaryOf(some, ZONE)).toEqual({ visits: 1, freeMinutes: 150 + 240, receives: true });
  });
});
