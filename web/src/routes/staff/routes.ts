import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireStaff } from '../guards';
import { rootRoute } from '../root';

/** What the staff of a branch see, all under /equipe. Only paths and search parameters live here: screens are lazy. */
const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/equipe',
  beforeLoad: requireStaff,
  component: lazyRouteComponent(() => import('@/app/staff-shell'), 'StaffShell'),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
}).lazy(() => import('./home').then(({ Route }) => Route));

export const staffRoutes = shell.addChildren([home]);
