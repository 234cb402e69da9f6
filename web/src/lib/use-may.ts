import { may, type Right } from './rights';
import { useSession } from './session';

/** Whether to offer the reader what needs this right. */
export function useMay(right: Right): boolean {
  return may(useSession().account?.roles, right);
}
