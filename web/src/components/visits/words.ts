import { useTranslation } from 'react-i18next';
import type { Appointment } from '@/generated/types.gen';
import { formatMinutes } from '@/lib/time/duration';
import { capitalised } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';

type Placed = Pick<Appointment, 'start' | 'end' | 'branch'>;

/** How a visit's time is written, always on the wall clock of its branch. */
export function useVisitWords() {
  const { t } = useTranslation('visits');
  const { time, day, dayTime, language } = useWhen();
  return {
    time: ({ start, branch }: Pick<Placed, 'start' | 'branch'>) => time(start, branch.zone),
    /** 10 h 00 – 10 h 45 */
    span: ({ start, end, branch }: Placed) =>
      t('details.span', { from: time(start, branch.zone), to: time(end, branch.zone) }),
    /** Mardi 24 novembre à 10 h 00 */
    when: (start: string, zone: string) => capitalised(dayTime(start, zone)),
    day: ({ start, branch }: Pick<Placed, 'start' | 'branch'>) => capitalised(day(start, branch.zone)),
    duration: ({ start, end }: Pick<Placed, 'start' | 'end'>) =>
      formatMinutes(Math.round((Date.parse(end) - Date.parse(start)) / 60_000), language),
  };
}
