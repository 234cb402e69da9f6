import { useQuery } from '@tanstack/react-query';
import { getStaffMemberOptions } from '@/generated/@tanstack/react-query.gen';

/** What colleagues call this account; undefined for customers, whom auditors know by their identifier only. */
export function usePersonName(accountId: string | undefined): string | undefined {
  const member = useQuery({
    ...getStaffMemberOptions({ path: { id: accountId ?? '' } }),
    enabled: accountId !== undefined,
    staleTime: 5 * 60_000,
    retry: false,
  });
  return member.data?.displayName;
}
