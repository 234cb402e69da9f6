import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { needingActionOptions } from '@/generated/@tanstack/react-query.gen';
import type { NeedingAction } from '@/generated/types.gen';
import { useLive } from '@/lib/live/use-live';

export type Cause = NeedingAction['cause'];
export type Causes = ReadonlyMap<string, Cause>;

/** Which booked visits of a branch cannot stay as they are, and why. */
export function useCauses(branchId: string | undefined): Causes {
  const { data } = useQuery({
    ...needingActionOptions({ path: { id: branchId ?? '' } }),
    enabled: branchId !== undefined,
    staleTime: 60_000,
  });
  useLive(branchId === undefined ? [] : [`branch:${branchId}`], [[{ _id: 'needingAction' }]]);
  return useMemo(() => new Map(data?.map(({ appointment, cause }) => [appointment.id, cause])), [data]);
}
