import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/use-language';
import { now } from './clock';
import { formatDate, formatTime, nearness, type DateStyle } from './format';
import { daysBetween, type LocalDate } from './local-date';
import { dateIn } from './zones';

/** Dates and times in the reader's language, always on the wall clock of the given zone. */
export function useWhen() {
  const language = useLanguage();
  const { t } = useTranslation();
  return useMemo(() => {
    const date = (day: LocalDate, style?: DateStyle) => formatDate(day, language, style);
    const time = (instant: string | number, zone: string) => formatTime(instant, zone, language);
    const day = (instant: string | number, zone: string, style?: DateStyle) => date(dateIn(zone, instant), style);

    /** "mardi 24 novembre à 9 h 30" */
    const dayTime = (instant: string | number, zone: string, style?: DateStyle) =>
      t('time.dayTime', { day: day(instant, zone, style), time: time(instant, zone) });

    /** "aujourd’hui", "demain", "mardi" within the week, else "mardi 24 novembre" */
    const nearDay = (instant: string | number, zone: string) => {
      const [then, today] = [dateIn(zone, instant), dateIn(zone, now())];
      const near = nearness(then, today);
      if (near !== undefined) return t(`time.${near}`);
      const ahead = daysBetween(today, then);
      return date(then, ahead > 0 && ahead < 7 ? 'weekday' : 'long');
    };

    /** "demain à 9 h 00" */
    const soon = (instant: string | number, zone: string) =>
      t('time.dayTime', { day: nearDay(instant, zone), time: time(instant, zone) });

    return { language, date, time, day, dayTime, nearDay, soon };
  }, [language, t]);
}
