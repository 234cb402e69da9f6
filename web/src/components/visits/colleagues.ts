import type { AdviserSummary, Appointment, BranchCalendar } from '@/generated/types.gen';

/** Whether a colleague could take a visit at its hour, as far as the calendar tells; the server has the last word. */
export type Availability =
  { state: 'free' } | { state: 'busy'; visit: Appointment } | { state: 'absent' } | { state: 'off' };

export interface Colleague {
  id: string;
  displayName: string;
  languages: readonly string[];
  availability: Availability;
}

const rank: Record<Availability['state'], number> = { free: 0, busy: 1, absent: 2, off: 3 };

/** The others who handle the visit's reason, those who are free first. */
export function colleaguesFor(
  visit: Appointment,
  qualified: readonly AdviserSummary[],
  day: BranchCalendar,
): Colleague[] {
  return qualified
    .filter(({ id }) => id !== visit.adviser.id)
    .map(({ id, displayName, languages }) => ({
      id,
      displayName,
      languages,
      availability: availabilityOf(id, visit, day),
    }))
    .sort(
      (a, b) =>
        rank[a.availability.state] - rank[b.availability.state] || a.displayName.localeCompare(b.displayName, 'fr'),
    );
}

function availabilityOf(adviserId: string, visit: Appointment, day: BranchCalendar): Availability {
  const his = day.advisers.find(({ adviser }) => adviser.id === adviserId);
  if (his === undefined) return { state: 'off' };
  if (his.absences.some((absence) => overlap(absence, visit))) return { state: 'absent' };
  if (!his.receiving.some((span) => covers(span, visit))) return { state: 'off' };
  const clash = his.appointments.find((other) => isLive(other) && overlap(other, visit));
  return clash === undefined ? { state: 'free' } : { state: 'busy', visit: clash };
}

export function isLive({ status }: Pick<Appointment, 'status'>): boolean {
  return status === 'BOOKED' || status === 'CHECKED_IN' || status === 'IN_PROGRESS';
}

interface Timed {
  start: string;
  end: string;
}

export function overlap(one: Timed, other: Timed): boolean {
  return Date.parse(one.start) < Date.parse(other.end) && Date.parse(other.start) < Date.parse(one.end);
}

function covers(span: Timed, visit: Timed): boolean {
  return Date.parse(span.start) <= Date.parse(visit.start) && Date.parse(visit.end) <= Date.parse(span.end);
}
