import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { Loading, ScreenFailure } from '@/components/states';
import { NotFound } from '@/components/not-found';
import { parseSearch, stringifySearch } from '@/lib/url';
import { customerRoutes } from '@/routes/customer/routes';
import { openRoutes } from '@/routes/open/routes';
import { rootRoute } from '@/routes/root';
import { staffRoutes } from '@/routes/staff/routes';

const routeTree = rootRoute.addChildren([customerRoutes, staffRoutes, openRoutes]);

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ScreenFailure,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
