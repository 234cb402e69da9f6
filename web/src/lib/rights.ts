import type { Role } from './session';

/**
 * Who may do what screens offer, by operation, so that nobody is offered what the server refuses. The server's table of rights has
 * the last word: a test compares this with `docs/rights.md`, which is made from it.
 */
export const rights = {
  adviserCalendar: ['ADVISER', 'MANAGER', 'OPERATOR', 'ADMINISTRATOR'],
  appointmentHistory: ['CUSTOMER', 'ADVISER', 'MANAGER', 'OPERATOR'],
  bookAppointment: ['CUSTOMER', 'ADVISER', 'MANAGER', 'OPERATOR'],
  branchCalendar: ['ADVISER', 'MANAGER', 'OPERATOR', 'ADMINISTRATOR'],
  changeAdviser: ['MANAGER', 'ADMINISTRATOR'],
  changeBranch: ['MANAGER', 'ADMINISTRATOR'],
  getCustomer: ['ADVISER', 'MANAGER', 'OPERATOR'],
  giveCustomerAccess: ['ADVISER', 'MANAGER'],
  importNetwork: ['ADMINISTRATOR'],
  inviteStaff: ['ADMINISTRATOR'],
  listAbsences: ['ADVISER', 'MANAGER', 'ADMINISTRATOR'],
  listDeadLetters: ['ADMINISTRATOR'],
  needingAction: ['ADVISER', 'MANAGER', 'OPERATOR', 'ADMINISTRATOR'],
  registerCustomer: ['ADVISER', 'MANAGER'],
  searchAuditTrail: ['AUDITOR'],
} satisfies Record<string, Role[]>;

/** An operation, by the name that the server gives it. */
export type Right = keyof typeof rights;

export function may(roles: readonly Role[] | undefined, right: Right): boolean {
  const allowed: readonly Role[] = rights[right];
  return roles?.some((role) => allowed.includes(role)) ?? false;
}
