import type { Appointment } from '@/generated/types.gen';

/** What happened to a visit between two readings of the same calendar. */
export type VisitChange =
  | { kind: 'added'; visit: Appointment }
  | { kind: 'gone'; visit: Appointment }
  | { kind: 'status'; visit: Appointment; before: Appointment }
  | { kind: 'moved'; visit: Appointment; before: Appointment }
  | { kind: 'reassigned'; visit: Appointment; before: Appointment };

/** Compares two readings. A visit that changed in several ways is told once, by what matters most to the day. */
export function changesBetween(before: readonly Appointment[], after: readonly Appointment[]): VisitChange[] {
  const old = new Map(before.map((visit) => [visit.id, visit]));
  const changes: VisitChange[] = [];
  for (const visit of after) {
    const was = old.get(visit.id);
    old.delete(visit.id);
    if (!was) changes.push({ kind: 'added', visit });
    else if (was.status !== visit.status) changes.push({ kind: 'status', visit, before: was });
    else if (was.start !== visit.start) changes.push({ kind: 'moved', visit, before: was });
    else if (was.adviser.id !== visit.adviser.id) changes.push({ kind: 'reassigned', visit, before: was });
  }
  for (const visit of old.values()) changes.push({ kind: 'gone', visit });
  return changes;
}

/** The members of a visit that staff can see change, for the dialog that explains a stale page. */
export type ChangedMember = 'status' | 'start' | 'adviser' | 'reason';

export function changedMembers(before: Appointment, now: Appointment): ChangedMember[] {
  const members: ChangedMember[] = [];
  if (before.status !== now.status) members.push('status');
  if (before.start !== now.start || before.end !== now.end) members.push('start');
  if (before.adviser.id !== now.adviser.id) members.push('adviser');
  if (before.reason.id !== now.reason.id) members.push('reason');
  return members;
}

/** What is still to do in a day, first things first: a visit under way, then who waits, then who is expected. */
export function toCome(visits: readonly Appointment[]): Appointment[] {
  const order: Appointment['status'][] = ['IN_PROGRESS', 'CHECKED_IN', 'BOOKED'];
  return visits
    .filter(({ status }) => order.includes(status))
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.start.localeCompare(b.start));
}
