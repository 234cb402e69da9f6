import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotFound } from '@/components/not-found';
import { slotSearch, type SlotSearch } from '@/components/slots/search';
import { texts } from '@/lib/i18n/i18n';
import { isId, isInstant, oneOf } from '@/lib/url';
import { requireCustomer, requireStranger } from '../guards';
import { reasonSearch, returnSearch } from '../return';
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
  validateSearch: (search): { q?: string; pres?: boolean } => ({
    ...(typeof search.q === 'string' && search.q !== '' && { q: search.q.slice(0, 80) }),
    ...((search.pres === 'oui' || search.pres === true) && { pres: true }),
  }),
  loader: () => texts('branches'),
}).lazy(() => import('./home').then(({ Route }) => Route));

const branch = createRoute({
  getParentRoute: () => shell,
  path: '/agences/$branchId',
  loader: () => texts('branches'),
}).lazy(() => import('./branch').then(({ Route }) => Route));

const slots = createRoute({
  getParentRoute: () => shell,
  path: '/agences/$branchId/creneaux',
  validateSearch: (search): SlotSearch & { motif?: string; conseiller?: string } => ({
    ...slotSearch(search),
    ...(isId(search.motif) && { motif: search.motif }),
    ...(isId(search.conseiller) && { conseiller: search.conseiller }),
  }),
  loader: () => texts('appointments', 'slots'),
}).lazy(() => import('./slots').then(({ Route }) => Route));

const confirm = createRoute({
  getParentRoute: () => shell,
  path: '/agences/$branchId/confirmer',
  validateSearch: (search): SlotSearch & { motif?: string; conseiller?: string; debut?: string } => ({
    ...slotSearch(search),
    ...(isId(search.motif) && { motif: search.motif }),
    ...(isId(search.conseiller) && { conseiller: search.conseiller }),
    ...(isInstant(search.debut) && { debut: search.debut }),
  }),
  beforeLoad: ({ search, params }) => {
    if (search.motif === undefined || search.debut === undefined) {
      throw redirect({ to: '/agences/$branchId', params });
    }
  },
  loader: () => texts('appointments', 'slots', 'identity', 'account'),
}).lazy(() => import('./confirm').then(({ Route }) => Route));

const appointments = createRoute({
  getParentRoute: () => shell,
  path: '/rendez-vous',
  validateSearch: (search): { quand?: 'passes' } => (search.quand === 'passes' ? { quand: 'passes' } : {}),
  beforeLoad: requireCustomer,
  loader: () => texts('appointments'),
}).lazy(() => import('./appointments').then(({ Route }) => Route));

const appointment = createRoute({
  getParentRoute: () => shell,
  path: '/rendez-vous/$appointmentId',
  validateSearch: (search): { fait?: 'deplace' | 'annule' } => {
    const fait = oneOf(['deplace', 'annule'] as const, search.fait);
    return fait === undefined ? {} : { fait };
  },
  beforeLoad: requireCustomer,
  loader: () => texts('appointments'),
}).lazy(() => import('./appointment').then(({ Route }) => Route));

const confirmed = createRoute({
  getParentRoute: () => shell,
  path: '/rendez-vous/$appointmentId/confirme',
  beforeLoad: requireCustomer,
  loader: () => texts('appointments'),
}).lazy(() => import('./confirmed').then(({ Route }) => Route));

const move = createRoute({
  getParentRoute: () => shell,
  path: '/rendez-vous/$appointmentId/deplacer',
  validateSearch: slotSearch,
  beforeLoad: requireCustomer,
  loader: () => texts('appointments', 'slots'),
}).lazy(() => import('./move').then(({ Route }) => Route));

const profile = createRoute({
  getParentRoute: () => shell,
  path: '/profil',
  beforeLoad: requireCustomer,
  loader: () => texts('customers'),
}).lazy(() => import('./profile').then(({ Route }) => Route));

const signIn = createRoute({
  getParentRoute: () => shell,
  path: '/connexion',
  validateSearch: reasonSearch,
  beforeLoad: requireStranger,
  loader: () => texts('identity', 'account'),
}).lazy(() => import('./sign-in').then(({ Route }) => Route));

const forgotten = createRoute({
  getParentRoute: () => shell,
  path: '/connexion/oubli',
  loader: () => texts('identity'),
}).lazy(() => import('./forgotten').then(({ Route }) => Route));

const access = createRoute({
  getParentRoute: () => shell,
  path: '/acces',
  loader: () => texts('identity', 'account'),
}).lazy(() => import('./access').then(({ Route }) => Route));

const security = createRoute({
  getParentRoute: () => shell,
  path: '/securite',
  beforeLoad: requireCustomer,
  loader: () => texts('security', 'account'),
}).lazy(() => import('./security').then(({ Route }) => Route));

const protection = createRoute({
  getParentRoute: () => shell,
  path: '/securite/protection',
  validateSearch: returnSearch,
  beforeLoad: requireCustomer,
  loader: () => texts('security', 'account'),
}).lazy(() => import('./protection').then(({ Route }) => Route));

const activity = createRoute({
  getParentRoute: () => shell,
  path: '/activite',
  beforeLoad: requireCustomer,
  loader: () => texts('activity', 'security'),
}).lazy(() => import('./activity').then(({ Route }) => Route));

/** Everything else: said inside the frame, with its way home. */
const missing = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });

export const customerRoutes = shell.addChildren([
  home,
  branch,
  slots,
  confirm,
  appointments,
  appointment,
  confirmed,
  move,
  profile,
  signIn,
  forgotten,
  access,
  security,
  protection,
  activity,
  missing,
]);
