import { describe, expect, it } from 'vitest';
import { clock, hoursAround, onDay, place, total, union, within, without } from './layout';

const DAY = '2026-11-24';
const PARIS = 'Europe/Paris';
const visit = (name: string, from: string, to: string) => ({
  name,
  start: `${DAY}T${from}:00+01:00`,
  end: `${DAY}T${to}:00+01:00`,
});
const lanes = (...visits: ReturnType<typeof visit>[]) =>
  place(visits, DAY, PARIS).map(({ item, lane, lanes }) => `${item.name} ${String(lane)}/${String(lanes)}`);

describe('a minute of the day', () => {
  it('is read from the branch’s wall clock, wherever the instant was written', () => {
    const span = { start: '2026-11-24T08:15:00Z', end: '2026-11-24T09:00:00Z' };
    expect(onDay(span, DAY, PARIS)).toEqual({ from: 555, to: 600 });
    expect(onDay(span, DAY, 'Indian/Reunion')).toEqual({ from: 735, to: 780 });
  });

  it('keeps local hours on the day the clocks go back', () => {
    const span = { start: '2026-10-25T09:00:00+01:00', end: '2026-10-25T10:00:00+01:00' };
    expect(onDay(span, '2026-10-25', PARIS)).toEqual({ from: 540, to: 600 });
  });

  it('is written the way the server writes local times', () => {
    expect(clock(545)).toBe('09:05');
  });
});

describe('the part of a span on a day', () => {
  it('is cut at midnight when an absence runs over several days', () => {
    const absence = { start: '2026-11-23T14:00:00+01:00', end: '2026-11-25T12:00:00+01:00' };
    expect(onDay(absence, '2026-11-23', PARIS)).toEqual({ from: 840, to: 1440 });
    expect(onDay(absence, '2026-11-24', PARIS)).toEqual({ from: 0, to: 1440 });
    expect(onDay(absence, '2026-11-25', PARIS)).toEqual({ from: 0, to: 720 });
    expect(onDay(absence, '2026-11-26', PARIS)).toBeNull();
  });

  it('is nothing when the span ends at midnight of that day', () => {
    expect(onDay({ start: '2026-11-23T14:00:00+01:00', end: '2026-11-24T00:00:00+01:00' }, DAY, PARIS)).toBeNull();
  });
});

describe('placing visits', () => {
  it('gives the whole width to visits that only touch', () => {
    expect(lanes(visit('a', '09:00', '09:45'), visit('b', '09:45', '10:00'))).toEqual(['a 0/1', 'b 0/1']);
  });

  it('puts two that overlap side by side', () => {
    expect(lanes(visit('a', '09:00', '10:00'), visit('b', '09:30', '10:30'))).toEqual(['a 0/2', 'b 1/2']);
  });

  it('reuses a lane that has become free within a group', () => {
    expect(lanes(visit('a', '09:00', '11:00'), visit('b', '09:00', '09:30'), visit('c', '09:30', '10:00'))).toEqual([
      'a 0/2',
      'b 1/2',
      'c 1/2',
    ]);
  });

  it('starts a new group after a gap', () => {
    expect(lanes(visit('a', '09:00', '10:00'), visit('b', '09:30', '10:30'), visit('c', '10:30', '11:00'))).toEqual([
      'a 0/2',
      'b 1/2',
      'c 0/1',
    ]);
  });

  it('leaves out what is on another day', () => {
    expect(place([{ start: '2026-11-25T09:00:00+01:00', end: '2026-11-25T10:00:00+01:00' }], DAY, PARIS)).toEqual([]);
  });
});

describe('the hours shown', () => {
  it('are whole hours around everything', () => {
    expect(hoursAround([{ from: 555, to: 1065 }])).toEqual({ from: 540, to: 1080 });
  });

  it('are those of an office when nothing is planned', () => {
    expect(hoursAround([])).toEqual({ from: 540, to: 1080 });
  });
});

describe('free time', () => {
  const working = [
    { from: 540, to: 750 },
    { from: 840, to: 1080 },
  ];

  it('is what visits and absences leave of working time', () => {
    expect(
      without(working, [
        { from: 540, to: 600 },
        { from: 1020, to: 1440 },
      ]),
    ).toEqual([
      { from: 600, to: 750 },
      { from: 840, to: 1020 },
    ]);
  });

  it('counts overlapping time once', () => {
    expect(
      total([
        { from: 0, to: 60 },
        { from: 30, to: 90 },
      ]),
    ).toBe(90);
    expect(
      union([
        { from: 60, to: 90 },
        { from: 0, to: 60 },
      ]),
    ).toEqual([{ from: 0, to: 90 }]);
  });

  it('outside working hours does not count as occupied', () => {
    expect(within([{ from: 700, to: 900 }], working)).toEqual([
      { from: 700, to: 750 },
      { from: 840, to: 900 },
    ]);
  });
});
