import type { Role } from '@/lib/session';

/** What is looked for stands in the address, all but the name: that is somebody. */
export interface StaffSearch {
  role?: Role;
  acces?: Access;
}

export const ROLES: Role[] = [
  'ADVISER',
  'MANAGER',
  'OPERATOR',
  'LEGAL',
  'SALES',
  'BILLING',
  'COMPLAINTS_HANDLER',
  'QUALITY',
  'MARKETING',
  'DATA_PROTECTION_OFFICER',
  'AUDITOR',
  'ADMINISTRATOR',
];

export const ACCESSES = ['ACTIVE', 'SUSPENDED'] as const;

export type Access = (typeof ACCESSES)[number];
