import { useTranslation } from 'react-i18next';
import type { Appointment } from '@/generated/types.gen';
import { useLanguage } from '@/lib/i18n/use-language';
import { capitalised, formatDay, formatTime } from '@/lib/time/format';

/** How a visit's time is written, always on the wall clock of its branch. */
export function useVisitWords() {
  const { t } = useTranslation('visits');
  const language = useLanguage();
  return {
    /** 10 h 00 – 10 h 45 */
    span: ({ start, end, branch }: Pick<Appointment, 'start' | 'end' | 'branch'>) =>
      t('details.span', {
        from: formatTime(start, branch.zone, language),
        to: formatTime(end, branch.zone, language),
      }),
    time: ({ start, branch }: Pick<Appointment, 'start' | 'branch'>) => formatTime(start, branch.zone, language),
    /** Mardi 24 novembre, 10 h 00 */
    when: (start: string, zone: string) =>
      `${capitalised(formatDay(start, zone, language))}, ${formatTime(start, zone, language)}`,
    day: (start: string, zone: string) => capitalised(formatDay(start, zone, language)),
  };
}

export function minutesLong({ start, end }: Pick<Appointment, 'start' | 'end'>): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
}
