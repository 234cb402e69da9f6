import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, type MinuteSpan } from '@/components/timeline/layout';
import { Timeline, type Column } from '@/components/timeline/timeline';
import type { Causes } from '@/components/visits/use-causes';
import type { News } from '@/components/visits/use-news';
import { VisitBlock } from '@/components/visits/visit-block';
import type { Appointment, CalendarDay } from '@/generated/types.gen';
import { formatMinutes } from '@/lib/time/duration';
import { formatClock } from '@/lib/time/format';
import type { LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { useMay } from '@/lib/use-may';
import { freeTime } from '@/components/visits/agenda';

const free = {
  display: 'flex',
  alignItems: 'center',
  width: '100%',
  height: '100%',
  padding: '0 10px',
  overflow: 'hidden',
  color: 'var(--ink-soft)',
  border: '1px solid transparent',
  // No hour line through the words.
  '& > span': { paddingRight: 6, background: 'var(--surface)' },
} as const;

const Free = styled('div')(free);

const FreeToBook = styled('button')({
  ...free,
  textAlign: 'left',
  background: 'none',
  borderRadius: 4,
  cursor: 'pointer',
  '&:hover': { color: 'var(--accent)', borderColor: 'var(--accent)', borderStyle: 'dashed' },
});

export interface DayTimelineProps {
  day: CalendarDay;
  zone: string;
  adviser: string;
  now: { date: LocalDate; minute: number };
  selected: string | undefined;
  news: News;
  causes: Causes;
  onSelect: (visit: Appointment) => void;
  onBook: (span: MinuteSpan) => void;
}

/** The day to see: how full it is, where the free time lies, where one stands in it. */
export function DayTimeline({ day, zone, adviser, now, selected, news, causes, onSelect, onBook }: DayTimelineProps) {
  const { t } = useTranslation('calendar');
  const { t: tv } = useTranslation('visits');
  const { t: ts } = useTranslation('staff');
  const { language } = useWhen();
  const books = useMay('bookAppointment');
  const written = (minute: number) => formatClock(clock(minute), language);
  const columns = useMemo<Column[]>(
    () => [
      {
        key: day.date,
        label: adviser,
        date: day.date,
        working: day.receiving,
        absences: day.absences.map((absence) => ({ ...absence, label: ts(`absence.${absence.kind}`) })),
        visits: day.appointments,
        free: freeTime(day, zone),
      },
    ],
    [day, zone, adviser, ts],
  );
  const lasting = (span: MinuteSpan) => formatMinutes(span.to - span.from, language);
  const over = (span: MinuteSpan) => day.date < now.date || (day.date === now.date && span.to <= now.minute);

  return (
    <Timeline
      label={t('day.label')}
      zone={zone}
      columns={columns}
      now={now}
      formatMinute={written}
      renderVisit={(visit) => (
        <VisitBlock
          visit={visit}
          selected={visit.id === selected}
          fresh={news.fresh.get(visit.id)}
          cause={causes.get(visit.id)}
          onSelect={onSelect}
        />
      )}
      renderFree={(span) => {
        if (over(span)) return null;
        const words = <span>{tv('free.short', { duration: lasting(span) })}</span>;
        if (!books) return <Free>{words}</Free>;
        return (
          <FreeToBook
            type="button"
            aria-label={tv('free.book', { from: written(span.from), to: written(span.to), duration: lasting(span) })}
            onClick={() => onBook(span)}
          >
            {words}
          </FreeToBook>
        );
      }}
    />
  );
}
