import { useQuery } from '@tanstack/react-query';
import { getBranchOptions } from '@/generated/@tanstack/react-query.gen';
import { useSession } from '@/lib/session';
import { now } from '@/lib/time/clock';
import { dateIn, viewerZone } from '@/lib/time/zones';

/** The branch one works in; whoever serves all of them names one in the address. */
export function useBranchId(named: string | undefined): string | undefined {
  const { account } = useSession();
  return account?.branchId ?? named;
}

/** The branch's wall-clock day; the reader's own until the branch is known. */
export function useBranchDay(branchId: string | undefined) {
  const branch = useQuery({
    ...getBranchOptions({ path: { id: branchId ?? '' } }),
    enabled: branchId !== undefined,
    staleTime: 5 * 60_000,
  });
  const zone = branch.data?.zone ?? viewerZone();
  return { branch: branch.data, zone, today: dateIn(zone, now()) };
}
