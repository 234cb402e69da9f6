import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound } from '@/components/not-found';
import { texts } from '@/lib/i18n/i18n';
import { isOwnPath } from '@/lib/url';
import { rootRoute } from '../root';

/** What customers and visitors see. Search parameters are read and checked here; screens are fetched when needed. */
const shell = createRoute({
  getParentRoute: () => rootRoute,
  id: 'customer',
  component: lazyRouteComponent(() => import('@/app/customer-shell'), 'CustomerShell'),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
}).lazy(() => import('./home').then(({ Route }) => Route));

const signIn = createRoute({
  getParentRoute: () => shell,
  path: '/connexion',
  validateSearch: (search): { suite?: string } => (isOwnPath(search.suite) ? { suite: search.suite } : {}),
  loader: () => texts('identity'),
}).lazy(() => import('./sign-in').then(({ Route }) => Route));

/** Everything else: said inside the frame, with its way home. */
const missing = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });

export const customerRoutes = shell.addChildren([home, signIn, missing]);
