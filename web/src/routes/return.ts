import { REASONS, type Reason } from '@/features/identity/reasons';
import { isOwnPath, oneOf } from '@/lib/url';

/** For `validateSearch`: where to go afterwards. */
export function returnSearch(search: Record<string, unknown>): { suite?: string } {
  return isOwnPath(search.suite) ? { suite: search.suite } : {};
}

/** For `validateSearch` of pages that the server sends people to from the bank's sign-on: why, and where to go afterwards. */
export function reasonSearch(search: Record<string, unknown>): { suite?: string; raison?: Reason } {
  const raison = oneOf(REASONS, search.raison);
  return { ...returnSearch(search), ...(raison !== undefined && { raison }) };
}
