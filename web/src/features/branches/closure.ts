import type { Closure } from '@/generated/types.gen';
import type { Language } from '@/lib/i18n/language';
import { formatClock, formatDate } from '@/lib/time/format';
import { addDays } from '@/lib/time/local-date';

const MIDNIGHT = '00:00';

/** "jeudi 24 décembre", "jeudi 24 décembre, 12 h 00 – 18 h 00", "lundi 3 août – vendredi 14 août". Ends are exclusive. */
export function closureInWords({ from, to }: Pick<Closure, 'from' | 'to'>, language: Language): string {
  const [firstDay, firstClock] = split(from);
  const [endDay, endClock] = split(to);
  const day = (date: string) => formatDate(date, language);
  const clock = (time: string) => formatClock(time, language);

  const untilMidnight = endClock === MIDNIGHT;
  const lastDay = untilMidnight ? addDays(endDay, -1) : endDay;
  if (firstClock === MIDNIGHT && untilMidnight) {
    return firstDay === lastDay ? day(firstDay) : `${day(firstDay)} – ${day(lastDay)}`;
  }
  if (firstDay === lastDay) {
    return `${day(firstDay)}, ${clock(firstClock)} – ${untilMidnight ? clock('24:00') : clock(endClock)}`;
  }
  return `${day(firstDay)}, ${clock(firstClock)} – ${day(endDay)}, ${clock(endClock)}`;
}

function split(local: string): [string, string] {
  const [date = '', time = MIDNIGHT] = local.split('T');
  return [date, time.slice(0, 5)];
}
