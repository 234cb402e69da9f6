import type { Appointment } from '@/generated/types.gen';

export type Aspect = 'time' | 'adviser' | 'branch' | 'reason' | 'status';

/** What a customer would notice between two states of one visit. */
export function differences(before: Appointment, after: Appointment): Aspect[] {
  const changed: [Aspect, boolean][] = [
    ['time', Date.parse(before.start) !== Date.parse(after.start)],
    ['adviser', before.adviser.id !== after.adviser.id],
    ['branch', before.branch.id !== after.branch.id],
    ['reason', before.reason.id !== after.reason.id],
    ['status', before.status !== after.status],
  ];
  return changed.filter(([, different]) => different).map(([aspect]) => aspect);
}
