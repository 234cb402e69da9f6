import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSignedInElsewhere } from '@/lib/presence/presence';
import { theme } from '@/theme/theme';
import type { AppRouter } from './router';
import { SessionGuard } from './session-guard';

/** The server puts a fresh nonce into the page; without it the browser refuses our style elements. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content;
const styles = createCache({ key: 'g', ...(nonce === undefined ? {} : { nonce }) });

/** Somebody signed in in another tab: the guards of the screen decide again where its reader belongs. */
function useGuards(client: QueryClient, router: AppRouter) {
  useEffect(
    () =>
      onSignedInElsewhere(() => {
        void client.invalidateQueries().then(() => router.invalidate());
      }),
    [client, router],
  );
}

export function App({ client, router }: { client: QueryClient; router: AppRouter }) {
  useGuards(client, router);
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme}>
        <QueryClientProvider client={client}>
          <SessionGuard>
            <RouterProvider router={router} />
          </SessionGuard>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}
