import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './api/problems';

/** Passing failures are tried again by themselves; refusals are shown at once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => isPassing(error) && failures < 3,
        retryDelay: (attempt) => Math.min(1_000 * 2 ** attempt, 8_000),
      },
      // A change carries an idempotency key, so sending it once more after a lost answer is safe.
      mutations: { retry: (failures, error) => isPassing(error) && failures < 2, networkMode: 'always' },
    },
  });
}
