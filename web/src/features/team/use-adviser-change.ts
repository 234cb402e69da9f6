import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '@/components/announcer';
import { refreshCalendars } from '@/components/visits/acts';
import { getAdviserQueryKey } from '@/generated/@tanstack/react-query.gen';
import type { AdviserDetail } from '@/generated/types.gen';
import { ifMatch } from '@/lib/api/headers';
import { isProblem } from '@/lib/api/problems';

type Send<T> = (adviser: AdviserDetail, headers: { 'If-Match': string }, change: T) => Promise<{ data: AdviserDetail }>;

/**
 * A change to an adviser, sent against the version on screen. When someone was faster, `conflict` holds what he left,
 * until `settle` says whose version counts.
 */
export function useAdviserChange<T>(adviser: AdviserDetail, done: string, send: Send<T>, onDone: () => void) {
  const client = useQueryClient();
  const [refused, setRefused] = useState<{ change: T; current: AdviserDetail }>();
  const key = getAdviserQueryKey({ path: { id: adviser.id } });
  const sending = useMutation({
    mutationFn: async ({ change, seen }: { change: T; seen: AdviserDetail }) =>
      (await send(seen, ifMatch(seen), change)).data,
    onSuccess: async (after) => {
      announce(done);
      client.setQueryData(key, after);
      onDone();
      await Promise.all([
        refreshCalendars(client),
        client.invalidateQueries({ queryKey: [{ _id: 'listBranchAdvisers' }] }),
      ]);
    },
    onError: (error, { change }) => {
      if (isProblem(error, 'stale')) setRefused({ change, current: error.current as AdviserDetail });
    },
  });
  const stale = isProblem(sending.error, 'stale');
  return {
    save: (change: T) => sending.mutate({ change, seen: adviser }),
    pending: sending.isPending,
    error: stale ? null : sending.error,
    attempt: sending.submittedAt,
    conflict: refused?.current,
    settle: (keep: boolean) => {
      const open = refused;
      setRefused(undefined);
      if (open === undefined) return;
      if (keep) sending.mutate({ change: open.change, seen: open.current });
      else {
        client.setQueryData(key, open.current);
        onDone();
      }
    },
    dismiss: () => setRefused(undefined),
  };
}
