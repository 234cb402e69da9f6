import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound } from '@/components/not-found';
import { ACCESSES, ROLES, type StaffSearch } from '@/features/administration/administration-search';
import { OUTCOMES, type AuditSearch } from '@/features/audit/audit-search';
import { texts } from '@/lib/i18n/i18n';
import { isLocalDate, type LocalDate } from '@/lib/time/local-date';
import { isClock, isId, isInstant, oneOf } from '@/lib/url';
import { requireRight, requireStaff } from '../guards';
import { returnSearch } from '../return';
import { rootRoute } from '../root';

/** What the staff of a branch see, all under /equipe. Only paths and search parameters live here: screens are lazy. */
const shell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/equipe',
  beforeLoad: requireStaff,
  loader: () => texts('staff', 'visits'),
  component: lazyRouteComponent(() => import('@/app/staff-shell'), 'StaffShell'),
});

interface CalendarSearch {
  jour?: LocalDate;
  vue?: 'liste';
  rdv?: string;
  conseiller?: string;
}

const calendarSearch = (search: Record<string, unknown>): CalendarSearch => ({
  ...(isLocalDate(search.jour) && { jour: search.jour }),
  ...(search.vue === 'liste' && { vue: 'liste' as const }),
  ...(isId(search.rdv) && { rdv: search.rdv }),
  ...(isId(search.conseiller) && { conseiller: search.conseiller }),
});

interface BranchSearch {
  agence?: string;
}

const branchSearch = (search: Record<string, unknown>): BranchSearch =>
  isId(search.agence) ? { agence: search.agence } : {};

export interface BookingSearch extends BranchSearch {
  client?: string;
  motif?: string;
  conseiller?: string;
  jour?: LocalDate;
  heure?: string;
  creneau?: string;
  moment?: 'matin' | 'apres-midi';
  vue?: 'liste';
}

const bookingSearch = (search: Record<string, unknown>): BookingSearch => {
  const moment = oneOf(['matin', 'apres-midi'] as const, search.moment);
  return {
    ...branchSearch(search),
    ...(isId(search.client) && { client: search.client }),
    ...(isId(search.motif) && { motif: search.motif }),
    ...(isId(search.conseiller) && { conseiller: search.conseiller }),
    ...(isLocalDate(search.jour) && { jour: search.jour }),
    ...(isClock(search.heure) && { heure: search.heure }),
    ...(isInstant(search.creneau) && { creneau: search.creneau }),
    ...(moment !== undefined && { moment }),
    ...(search.vue === 'liste' && { vue: 'liste' as const }),
  };
};

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
}).lazy(() => import('./home').then(({ Route }) => Route));

const day = createRoute({
  getParentRoute: () => shell,
  path: 'journee',
  beforeLoad: requireRight('adviserCalendar'),
  validateSearch: calendarSearch,
  loader: () => texts('calendar', 'slots'),
}).lazy(() => import('./day').then(({ Route }) => Route));

const week = createRoute({
  getParentRoute: () => shell,
  path: 'semaine',
  beforeLoad: requireRight('adviserCalendar'),
  validateSearch: calendarSearch,
  loader: () => texts('calendar', 'slots'),
}).lazy(() => import('./week').then(({ Route }) => Route));

const branch = createRoute({
  getParentRoute: () => shell,
  path: 'agence',
  beforeLoad: requireRight('branchCalendar'),
  validateSearch: (search): BranchSearch & CalendarSearch => ({ ...calendarSearch(search), ...branchSearch(search) }),
  loader: () => texts('branch-day', 'slots'),
}).lazy(() => import('./branch').then(({ Route }) => Route));

const action = createRoute({
  getParentRoute: () => shell,
  path: 'a-traiter',
  beforeLoad: requireRight('needingAction'),
  validateSearch: (search): BranchSearch & { rdv?: string } => ({
    ...branchSearch(search),
    ...(isId(search.rdv) && { rdv: search.rdv }),
  }),
  loader: () => texts('branch-day', 'slots'),
}).lazy(() => import('./action').then(({ Route }) => Route));

const book = createRoute({
  getParentRoute: () => shell,
  path: 'reserver',
  beforeLoad: requireRight('bookAppointment'),
  validateSearch: bookingSearch,
  loader: () => texts('staff-booking', 'slots'),
}).lazy(() => import('./book').then(({ Route }) => Route));

const absences = createRoute({
  getParentRoute: () => shell,
  path: 'absences',
  beforeLoad: requireRight('listAbsences'),
  validateSearch: (search): BranchSearch & { conseiller?: string } => ({
    ...branchSearch(search),
    ...(isId(search.conseiller) && { conseiller: search.conseiller }),
  }),
  loader: () => texts('absences', 'slots'),
}).lazy(() => import('./absences').then(({ Route }) => Route));

const team = createRoute({
  getParentRoute: () => shell,
  path: 'conseillers',
  beforeLoad: requireRight('changeAdviser'),
  validateSearch: branchSearch,
  loader: () => texts('team'),
}).lazy(() => import('./team').then(({ Route }) => Route));

const adviser = createRoute({
  getParentRoute: () => shell,
  path: 'conseillers/$id',
  beforeLoad: requireRight('changeAdviser'),
  loader: () => texts('team'),
}).lazy(() => import('./adviser').then(({ Route }) => Route));

const hours = createRoute({
  getParentRoute: () => shell,
  path: 'horaires',
  beforeLoad: requireRight('changeBranch'),
  validateSearch: branchSearch,
  loader: () => texts('branch-hours'),
}).lazy(() => import('./hours').then(({ Route }) => Route));

const network = createRoute({
  getParentRoute: () => shell,
  path: 'reseau',
  beforeLoad: requireRight('importNetwork'),
  loader: () => texts('network'),
}).lazy(() => import('./network').then(({ Route }) => Route));

const operations = createRoute({
  getParentRoute: () => shell,
  path: 'incidents',
  beforeLoad: requireRight('listDeadLetters'),
  loader: () => texts('operations'),
}).lazy(() => import('./operations').then(({ Route }) => Route));

const administration = createRoute({
  getParentRoute: () => shell,
  path: 'administration',
  beforeLoad: requireRight('inviteStaff'),
  validateSearch: (search): StaffSearch => {
    const role = oneOf(ROLES, search.role);
    const acces = oneOf(ACCESSES, search.acces);
    return { ...(role !== undefined && { role }), ...(acces !== undefined && { acces }) };
  },
  loader: () => texts('administration'),
}).lazy(() => import('./administration').then(({ Route }) => Route));

const audit = createRoute({
  getParentRoute: () => shell,
  path: 'audit',
  beforeLoad: requireRight('searchAuditTrail'),
  validateSearch: (search): AuditSearch => {
    const resultat = oneOf(OUTCOMES, search.resultat);
    return {
      ...(isLocalDate(search.du) && { du: search.du }),
      ...(isLocalDate(search.au) && { au: search.au }),
      ...(typeof search.action === 'string' && /^[a-z0-9.-]{1,80}$/.test(search.action) && { action: search.action }),
      ...(resultat !== undefined && { resultat }),
      ...(isId(search.personne) && { personne: search.personne }),
      ...(isId(search.client) && { client: search.client }),
    };
  },
  loader: () => texts('audit'),
}).lazy(() => import('./audit').then(({ Route }) => Route));

const customer = createRoute({
  getParentRoute: () => shell,
  path: 'clients/$id',
  beforeLoad: requireRight('getCustomer'),
  loader: () => texts('customer-record'),
}).lazy(() => import('./customer').then(({ Route }) => Route));

const security = createRoute({
  getParentRoute: () => shell,
  path: 'securite',
  loader: () => texts('security', 'account'),
}).lazy(() => import('./security').then(({ Route }) => Route));

const protection = createRoute({
  getParentRoute: () => shell,
  path: 'securite/protection',
  validateSearch: returnSearch,
  loader: () => texts('security', 'account'),
}).lazy(() => import('./protection').then(({ Route }) => Route));

const activity = createRoute({
  getParentRoute: () => shell,
  path: 'activite',
  loader: () => texts('activity', 'security'),
}).lazy(() => import('./activity').then(({ Route }) => Route));

const missing = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });

export const staffRoutes = shell.addChildren([
  home,
  day,
  week,
  branch,
  action,
  book,
  absences,
  team,
  adviser,
  hours,
  network,
  operations,
  administration,
  audit,
  customer,
  security,
  protection,
  activity,
  missing,
]);
