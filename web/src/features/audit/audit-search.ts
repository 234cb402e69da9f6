import type { SearchAuditTrailData } from '@/generated/types.gen';
import { addDays, type LocalDate } from '@/lib/time/local-date';

export const OUTCOMES = ['DONE', 'REFUSED'] as const;

/** What is looked for stands in the address: identifiers and codes, nobody's name. */
export interface AuditSearch {
  du?: LocalDate;
  au?: LocalDate;
  action?: string;
  resultat?: (typeof OUTCOMES)[number];
  personne?: string;
  client?: string;
}

/** The same in the words of the server; days are those of the reader's clock, the last one included. */
export function filterOf(search: AuditSearch): NonNullable<SearchAuditTrailData['query']> {
  const { du, au, action, resultat, personne, client } = search;
  return {
    ...(du !== undefined && { from: midnight(du) }),
    ...(au !== undefined && { to: midnight(addDays(au, 1)) }),
    ...(action !== undefined && { action }),
    ...(resultat !== undefined && { outcome: resultat }),
    ...(personne !== undefined && { accountId: personne }),
    ...(client !== undefined && { customerId: client }),
  };
}

function midnight(date: LocalDate): string {
  return new Date(`${date}T00:00:00`).toISOString();
}
