import { isOwnPath } from '@/lib/url';

/** For `validateSearch`: where to go afterwards. */
export function returnSearch(search: Record<string, unknown>): { suite?: string } {
  return isOwnPath(search.suite) ? { suite: search.suite } : {};
}
