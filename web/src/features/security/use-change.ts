import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getSecurityQueryKey } from '@/generated/@tanstack/react-query.gen';

/** A change to how one signs in. What is shown of it is asked again before the change counts as done. */
export function useChange<Result, Wish = void>(
  act: (wish: Wish) => Promise<Result>,
  onDone?: (result: Result) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    // A code or a passkey is used up by the first try.
    retry: false,
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: getSecurityQueryKey() });
      onDone?.(result);
    },
  });
}
