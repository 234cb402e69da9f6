import type { CreateClientConfig } from '@/generated/client.gen';

/** Read by the generated client when it is created: same origin, the session cookie, failures thrown. */
export const createClientConfig: CreateClientConfig = (config) => ({
  ...config,
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  throwOnError: true,
});
