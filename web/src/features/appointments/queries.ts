import { infiniteQueryOptions, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { getAppointmentQueryKey } from '@/generated/@tanstack/react-query.gen';
import { listAppointments } from '@/generated/sdk.gen';
import type { Appointment } from '@/generated/types.gen';

export type When = 'UPCOMING' | 'PAST';

export const appointmentsQuery = (when: When) =>
  infiniteQueryOptions({
    queryKey: ['appointments', when],
    queryFn: async ({ pageParam, signal }) => {
      const { data } = await listAppointments({
        query: { when, limit: 20, ...(pageParam !== undefined && { cursor: pageParam }) },
        signal,
      });
      return data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Everything that one change of a visit may make old. */
export const appointmentKeys: readonly QueryKey[] = [
  ['appointments'],
  [{ _id: 'getAppointment' }],
  [{ _id: 'appointmentHistory' }],
  [{ _id: 'freeSlots' }],
];

/** The server's answer to a change: on screen at once, the rest asked again. */
export async function appointmentIs(client: QueryClient, appointment: Appointment): Promise<void> {
  const key = getAppointmentQueryKey({ path: { id: appointment.id } });
  client.setQueryData(key, appointment);
  const others = appointmentKeys.map((queryKey) =>
    client.invalidateQueries({
      queryKey,
      predicate: (query) => JSON.stringify(query.queryKey) !== JSON.stringify(key),
      refetchType: 'active',
    }),
  );
  await Promise.all(others);
}
