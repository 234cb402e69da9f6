import type { Appointment } from '@/generated/types.gen';
import { isProblem } from '@/lib/api/problems';

/** The visit as it is now, when a change was refused because the one on screen was old (412). */
export function staleVisit(error: unknown): Appointment | undefined {
  if (!isProblem(error, 'stale')) return undefined;
  const { current } = error;
  return typeof current === 'object' && current !== null && 'version' in current ? (current as Appointment) : undefined;
}
