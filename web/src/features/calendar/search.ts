import { omit } from '@/lib/omit';
import type { LocalDate } from '@/lib/time/local-date';

export type DayView = 'frise' | 'liste';

/** What of the calendar lives in the address: the day, how it is drawn, and the visit that is open. */
export interface DaySearch {
  jour?: LocalDate;
  vue?: 'liste';
  rdv?: string;
}

export function withoutVisit(search: DaySearch): DaySearch {
  return omit(search, 'rdv');
}

export function viewed(search: DaySearch, view: DayView): DaySearch {
  return { ...omit(search, 'vue'), ...(view === 'liste' && { vue: view }) };
}
