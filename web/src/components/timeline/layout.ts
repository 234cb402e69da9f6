import { dateIn, minuteOfDay } from '@/lib/time/zones';

/**
 * Where things stand on a day's timeline. Everything is in minutes of the branch's wall clock: nothing here depends on where
 * the reader sits, and a day on which the clocks change still shows nine o'clock at nine.
 */

export interface Timed {
  start: string;
  end: string;
}

export interface MinuteSpan {
  from: number;
  to: number;
}

export interface Placed<T> extends MinuteSpan {
  item: T;
  /** Which of the side-by-side lanes it stands in, from 0. */
  lane: number;
  /** How many lanes its group needs. */
  lanes: number;
}

const MINUTES_A_DAY = 24 * 60;

/** The part of a span that falls on the day, in minutes; null when none does. */
export function onDay(span: Timed, date: string, zone: string): MinuteSpan | null {
  const startDay = dateIn(zone, span.start);
  const endDay = dateIn(zone, span.end);
  if (startDay > date || endDay < date) return null;
  const from = startDay < date ? 0 : minuteOfDay(zone, span.start);
  const to = endDay > date ? MINUTES_A_DAY : minuteOfDay(zone, span.end);
  return to > from ? { from, to } : null;
}

/** Puts overlapping items side by side. Items that touch end to start do not overlap. */
export function place<T extends Timed>(items: readonly T[], date: string, zone: string): Placed<T>[] {
  const spans = items
    .map((item) => ({ item, span: onDay(item, date, zone) }))
    .filter((entry): entry is { item: T; span: MinuteSpan } => entry.span !== null)
    .sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);

  const placed: Placed<T>[] = [];
  let group: Placed<T>[] = [];
  let laneEnds: number[] = [];
  const closeGroup = () => {
    for (const one of group) one.lanes = laneEnds.length;
    placed.push(...group);
    group = [];
    laneEnds = [];
  };
  for (const { item, span } of spans) {
    if (group.length > 0 && laneEnds.every((end) => end <= span.from)) closeGroup();
    const free = laneEnds.findIndex((end) => end <= span.from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = span.to;
    group.push({ item, ...span, lane, lanes: 1 });
  }
  closeGroup();
  return placed;
}

/** Whole hours that hold every span; an ordinary office day when there is none. */
export function hoursAround(spans: readonly MinuteSpan[]): MinuteSpan {
  if (spans.length === 0) return { from: 9 * 60, to: 18 * 60 };
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return { from: Math.floor(from / 60) * 60, to: Math.min(MINUTES_A_DAY, Math.ceil(to / 60) * 60) };
}

/** Joins spans that touch or overlap; the result is sorted and disjoint. */
export function union(spans: readonly MinuteSpan[]): MinuteSpan[] {
  const joined: MinuteSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

/** What is left of some spans once others are taken out. */
export function without(spans: readonly MinuteSpan[], taken: readonly MinuteSpan[]): MinuteSpan[] {
  let left = union(spans);
  for (const cut of taken) {
    left = left.flatMap((span) =>
      cut.to <= span.from || cut.from >= span.to
        ? [span]
        : [
            { from: span.from, to: cut.from },
            { from: cut.to, to: span.to },
          ].filter((piece) => piece.to > piece.from),
    );
  }
  return left;
}

/** The part of some spans that other spans cover. */
export function within(spans: readonly MinuteSpan[], limits: readonly MinuteSpan[]): MinuteSpan[] {
  return without(spans, without([{ from: 0, to: MINUTES_A_DAY }], union(limits)));
}

export function total(spans: readonly MinuteSpan[]): number {
  return union(spans).reduce((sum, span) => sum + span.to - span.from, 0);
}

/** 75 -> "01:15", the form the server uses for local times. */
export function clock(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${hours}:${String(minute % 60).padStart(2, '0')}`;
}
