import { useTranslation } from 'react-i18next';
import { now } from '@/lib/time/clock';
import { useWhen } from '@/lib/time/use-when';
import { dateIn, sameClock, townOf, viewerZone } from '@/lib/time/zones';
import { Notice } from '../notice';

/** Said only to a reader whose own clock shows another hour: which clock these hours are on, and what it is for him. */
export function ZoneNote({ zone, instant }: { zone: string; instant: string | undefined }) {
  const { t } = useTranslation('slots');
  const { time, dayTime } = useWhen();
  const own = viewerZone();
  const at = instant ?? new Date(now()).toISOString();
  if (sameClock(zone, own, at)) return null;
  const sameDay = dateIn(zone, at) === dateIn(own, at);
  const here = sameDay ? time(at, own) : dayTime(at, own, 'short');
  return (
    <Notice>
      <p>{t('zone', { town: townOf(zone), there: time(at, zone), here })}</p>
    </Notice>
  );
}
