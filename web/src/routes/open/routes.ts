import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { isRefusal } from '@/features/identity/reasons';
import { texts } from '@/lib/i18n/i18n';
import { requireTwoToLink } from '../guards';
import { reasonSearch, returnSearch } from '../return';
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

const link = createRoute({
  getParentRoute: () => shell,
  path: '/connexion/relier',
  validateSearch: returnSearch,
  beforeLoad: requireTwoToLink,
  loader: () => texts('identity'),
}).lazy(() => import('./link').then(({ Route }) => Route));

const returned = createRoute({
  getParentRoute: () => shell,
  path: '/retour',
  validateSearch: (search) => {
    const { raison, ...rest } = reasonSearch(search);
    return { ...rest, ...(raison !== undefined && isRefusal(raison) && { raison }) };
  },
  loader: () => texts('identity'),
}).lazy(() => import('./returned').then(({ Route }) => Route));

export const openRoutes = shell.addChildren([messages, link, returned]);
