import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '@/lib/session';
import { theme } from '@/theme/theme';
import type { AppRouter } from './router';

/** The server puts a fresh nonce into the page; without it the browser refuses our style elements. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content;
const styles = createCache({ key: 'g', ...(nonce === undefined ? {} : { nonce }) });

/** A session that ended elsewhere, or by itself: the guards of the screen decide again where its reader belongs. */
function useGuards(client: QueryClient, router: AppRouter) {
  useEffect(() => {
    const signedIn = () => client.getQueryData(sessionQuery.queryKey)?.signedIn;
    let before = signedIn();
    return client.getQueryCache().subscribe(() => {
      const after = signedIn();
      if (before === true && after === false) void router.invalidate();
      before = after;
    });
  }, [client, router]);
}

export function App({ client, router }: { client: QueryClient; router: AppRouter }) {
  useGuards(client, router);
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}
