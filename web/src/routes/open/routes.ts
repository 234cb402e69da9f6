import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { texts } from '@/lib/i18n/i18n';
import { rootRoute } from '../root';

/** What everybody sees alike, customers and staff and those who are not signed in. */
const shell = createRoute({
  getParentRoute: () => rootRoute,
  id: 'open',
  component: lazyRouteComponent(() => import('@/app/plain-shell'), 'PlainShell'),
});

const messages = createRoute({
  getParentRoute: () => shell,
  path: '/demo/messages',
  loader: () => texts('demo'),
}).lazy(() => import('./messages').then(({ Route }) => Route));

export const openRoutes = shell.addChildren([messages]);
