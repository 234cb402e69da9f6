import { defineConfig } from '@hey-api/openapi-ts';

/** The client is generated from what the server says of itself; nobody edits `src/generated`. */
export default defineConfig({
  input: './openapi.json',
  output: {
    path: './src/generated',
    postProcess: ['prettier', { command: 'node', args: ['scripts/tidy-client.mjs'] }],
  },
  plugins: [
    { name: '@hey-api/client-fetch', runtimeConfigPath: '../lib/api/client-config', throwOnError: true },
    { name: '@hey-api/typescript', enums: false },
    { name: '@hey-api/sdk', auth: false },
    { name: '@tanstack/react-query', mutationOptions: false, infiniteQueryOptions: false },
  ],
});
