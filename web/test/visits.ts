import type { Appointment, BranchDetail, Hold, VisitReasonView } from '@/generated/types.gen';

/** What the tests book: one branch, one reason, one visit. */
export const branch: BranchDetail = {
  id: '0197a3f0-0000-7000-8000-00000000000b',
  code: 'LYO01',
  name: 'Lyon Bellecour',
  address: { street: '12 place Bellecour', postcode: '69002', town: 'Lyon' },
  phone: '+33472000001',
  zone: 'Europe/Paris',
  openingHours: 'Tu-Sa 09:00-18:00',
  openNow: true,
  week: [],
  upcomingClosures: [],
  holidaysAhead: [],
  gridMinutes: 15,
  holidayRegion: 'FR',
  version: 1,
};

export const reason: VisitReasonView = {
  id: '0197a3f0-0000-7000-8000-00000000000e',
  code: 'ACCOUNT',
  name: 'Ouvrir un compte',
  description: '',
  durationMinutes: 45,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minNoticeMinutes: 60,
  horizonDays: 60,
  requiredSkills: [],
  requiredDocuments: ['Pièce d’identité'],
  version: 1,
};

export const start = '2026-11-24T09:30:00+01:00';

export const visit: Appointment = {
  id: '0197a3f0-0000-7000-8000-00000000000a',
  status: 'BOOKED',
  customer: { id: 'c', displayName: 'Marie Lefèvre' },
  branch: { id: branch.id, name: branch.name, address: branch.address, zone: branch.zone, phone: '+33472000001' },
  reason: { id: reason.id, name: reason.name, requiredDocuments: reason.requiredDocuments },
  adviser: { id: 'v', displayName: 'Sophie Martin' },
  start,
  end: '2026-11-24T10:15:00+01:00',
  changeableUntil: '2026-11-24T07:30:00+01:00',
  allowed: ['MOVE', 'CANCEL'],
  calendarLinks: { ics: '/x.ics', google: 'https://calendar.example', outlook: 'https://outlook.example' },
  version: 3,
};

export function hold(expiresIn = 600_000): Hold {
  return {
    id: '0197a3f0-0000-7000-8000-00000000000d',
    branchId: branch.id,
    reasonId: reason.id,
    start,
    end: '2026-11-24T10:15:00+01:00',
    adviserId: 'v',
    adviserName: 'Sophie Martin',
    expiresAt: new Date(Date.now() + expiresIn).toISOString(),
  };
}
