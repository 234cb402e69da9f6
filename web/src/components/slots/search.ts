import { isLocalDate, type LocalDate } from '@/lib/time/local-date';
import { oneOf } from '@/lib/url';
import { partsOfDay, type PartOfDay } from './slot-days';

/** What of the slot picker lives in the address, so that a reload, a link or "back" finds it again. */
export interface SlotSearch {
  jour?: LocalDate | undefined;
  moment?: PartOfDay | undefined;
  vue?: 'liste' | undefined;
}

export function slotSearch(search: Record<string, unknown>): SlotSearch {
  const moment = oneOf(partsOfDay, search.moment);
  return {
    ...(isLocalDate(search.jour) && { jour: search.jour }),
    ...(moment !== undefined && { moment }),
    ...(search.vue === 'liste' && { vue: 'liste' }),
  };
}
