import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { holdSlot, releaseHold } from '@/generated/sdk.gen';
import type { Hold } from '@/generated/types.gen';
import { forgetIntent, idempotencyKey } from '@/lib/api/headers';
import { isProblem } from '@/lib/api/problems';
import { now } from '@/lib/time/clock';

export interface SlotIntent {
  branchId: string;
  reasonId: string;
  start: string;
  adviserId?: string | undefined;
}

function nameOf({ branchId, reasonId, start, adviserId = 'any' }: SlotIntent): string {
  return ['hold', branchId, reasonId, start, adviserId].join('|');
}

/**
 * Keeps a slot for the few minutes of the last screen. The same intent always carries the same key, so a reload or a
 * second render gets the hold that is already there instead of another one.
 */
export function useHold(intent: SlotIntent, wanted: boolean) {
  const name = nameOf(intent);
  const client = useQueryClient();
  const { branchId, reasonId, start, adviserId } = intent;
  // Booked or given back: while the next screen is on its way, nobody may ask for the slot again.
  const [settled, setSettled] = useState(false);

  const query = useQuery({
    queryKey: ['hold', name],
    queryFn: async () => {
      try {
        const { data } = await holdSlot({
          body: { branchId, reasonId, start, ...(adviserId !== undefined && { adviserId }) },
          headers: idempotencyKey(name),
        });
        return data;
      } catch (error) {
        // A refusal is final for this key; another try is another intent.
        if (isProblem(error)) forgetIntent(name);
        throw error;
      }
    },
    enabled: wanted && !settled,
    staleTime: Infinity,
    refetchOnReconnect: false,
  });

  const forget = useCallback(() => {
    setSettled(true);
    forgetIntent(name);
    client.removeQueries({ queryKey: ['hold', name] });
  }, [client, name]);

  /** Asks for the same slot once more, after its time ran out. */
  const renew = () => {
    forgetIntent(name);
    void query.refetch();
  };

  /** The customer goes back to choose another one: this one is free again at once. */
  const release = () => {
    const id = query.data?.id;
    forget();
    if (id !== undefined) void releaseHold({ path: { id } }).catch(() => undefined);
  };

  return { query, renew, release, forget };
}

/** Turns true when the hold's time is over. */
export function useExpired(hold: Hold | undefined): boolean {
  const [expired, setExpired] = useState<string>();
  const expiresAt = hold?.expiresAt;
  useEffect(() => {
    if (expiresAt === undefined) return;
    const timer = setTimeout(() => setExpired(expiresAt), Math.max(0, Date.parse(expiresAt) - now()));
    return () => clearTimeout(timer);
  }, [expiresAt]);
  return expiresAt !== undefined && expired === expiresAt;
}
