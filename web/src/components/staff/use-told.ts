import { useTranslation } from 'react-i18next';
import { capitalised, formatClock } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';
import { parts, told, type Period } from './period';

/** An absence in words: "Du lundi 30 novembre au mardi 1er décembre", "Mardi 24 novembre, de 14 h 00 à 18 h 00". */
export function useTold(): (period: Period) => string {
  const { t } = useTranslation('staff');
  const { date, language } = useWhen();
  const clock = (time: string) => formatClock(time, language);
  return (period) => {
    const one = told(period);
    switch (one.kind) {
      case 'days':
        return one.first === one.last
          ? t('period.day', { day: capitalised(date(one.first)) })
          : t('period.days', { first: date(one.first), last: date(one.last) });
      case 'hours':
        return t('period.hours', { day: capitalised(date(one.date)), from: clock(one.from), to: clock(one.to) });
      case 'mixed': {
        const [first, from] = parts(one.from);
        const [last, to] = parts(one.to);
        return t('period.mixed', { first: date(first), from: clock(from), last: date(last), to: clock(to) });
      }
    }
  };
}
