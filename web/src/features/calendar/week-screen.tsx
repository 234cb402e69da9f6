import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/components/fields';
import { Page } from '@/components/page';
import { DateTools } from '@/components/staff/date-tools';
import { useShortcuts } from '@/components/staff/shortcuts';
import { Failure, Loading } from '@/components/states';
import { clock } from '@/components/timeline/layout';
import { Timeline, type Column } from '@/components/timeline/timeline';
import { VisitDesk } from '@/components/visits/desk';
import { NewsLine } from '@/components/visits/news-line';
import { useCauses } from '@/components/visits/use-causes';
import { useNews } from '@/components/visits/use-news';
import { VisitBlock } from '@/components/visits/visit-block';
import { VisitDetails } from '@/components/visits/visit-details';
import { VisitPanel } from '@/components/visits/visit-panel';
import { adviserCalendarOptions } from '@/generated/@tanstack/react-query.gen';
import type { Appointment, CalendarDay } from '@/generated/types.gen';
import { useLive } from '@/lib/live/use-live';
import { useNow } from '@/lib/time/clock';
import { formatMinutes } from '@/lib/time/duration';
import { capitalised, formatClock } from '@/lib/time/format';
import { addDays, dayOfWeek, mondayOf, type LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { dateIn, minuteOfDay } from '@/lib/time/zones';
import { useMedia } from '@/lib/use-media';
import { agendaOf, summaryOf } from '@/components/visits/agenda';
import { viewed, withoutVisit, type DaySearch, type DayView } from './search';
import { DayList } from '@/components/visits/day-list';

export interface WeekScreenProps {
  adviserId: string;
  branchId: string | undefined;
  own: boolean;
  today: LocalDate;
  search: DaySearch;
  onSearch: (change: DaySearch) => void;
  onBook: (at: { date: LocalDate; time: string }) => void;
  /** The heading of a day, which leads to it. */
  dayLink: (date: LocalDate, children: ReactNode) => ReactNode;
}

const Summary = styled('span')({ fontSize: '0.8rem', color: 'var(--ink-soft)' });

const Views = styled('div')({ marginBottom: 12 });

const DayBlock = styled('section')({
  '& + &': { marginTop: 32 },
  '& h2': { fontSize: '1.0625rem', marginBottom: 4 },
});

/** Six days side by side, or one after the other on a phone and in the list view. */
export function WeekScreen(props: WeekScreenProps) {
  return (
    <VisitDesk>
      <Week {...props} />
    </VisitDesk>
  );
}

function Week({ adviserId, branchId, own, today, search, onSearch, onBook, dayLink }: WeekScreenProps) {
  const { t } = useTranslation('calendar');
  const { t: ts } = useTranslation('staff');
  const { date: written, language } = useWhen();
  const monday = mondayOf(search.jour ?? today);
  const sunday = addDays(monday, 6);
  const calendar = useQuery({
    ...adviserCalendarOptions({ path: { id: adviserId }, query: { from: monday, to: sunday } }),
    placeholderData: keepPreviousData,
  });
  useLive([`adviser:${adviserId}`], [[{ _id: 'adviserCalendar' }]]);

  const data = calendar.data?.days[0]?.date === monday ? calendar.data : undefined;
  const days = useMemo(() => data?.days.filter(isShown) ?? [], [data]);
  const visits = useMemo(() => data?.days.flatMap(({ appointments }) => appointments), [data]);
  const news = useNews(`${adviserId} ${monday}`, visits);
  const causes = useCauses(branchId);
  const instant = useNow(30_000);
  const wide = useMedia('(min-width: 56rem)');
  const list = search.vue === 'liste' || !wide;
  const chosen = visits?.find(({ id }) => id === search.rdv);
  const adviser = calendar.data?.adviser.displayName ?? '';
  const select = ({ id }: Appointment) => onSearch({ ...search, rdv: id });
  const show = (vue: DayView) => {
    onSearch(viewed(search, vue));
  };
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'arrows', group: 'visits' },
    { keys: ['v'], does: 'view', group: 'visits', run: () => show(list ? 'frise' : 'liste') },
  ]);

  return (
    <Page
      title={own || adviser === '' ? t('week.own') : t('week.of', { adviser })}
      lead={capitalised(t('week.span', { from: written(monday, 'dayMonth'), to: written(sunday, 'dayMonth') }))}
      tools={
        <DateTools
          weekly
          date={monday}
          today={today}
          onChange={(jour) => onSearch({ ...withoutVisit(search), jour })}
        />
      }
    >
      <NewsLine news={news} />
      {calendar.isError && data === undefined && (
        <Failure error={calendar.error} retry={() => void calendar.refetch()} />
      )}
      {!calendar.isError && data === undefined && <Loading lines={8} label={t('day.loading')} />}
      {data !== undefined && wide && (
        <Views>
          <Choice
            label={ts('view.label')}
            hideLabel
            name="week-view"
            value={list ? 'liste' : 'frise'}
            options={[
              { value: 'frise', label: ts('view.timeline') },
              { value: 'liste', label: ts('view.list') },
            ]}
            onChange={show}
          />
        </Views>
      )}
      {data !== undefined && !list && (
        <Timeline
          label={t('week.label')}
          zone={data.zone}
          columns={days.map(column)}
          now={{ date: dateIn(data.zone, instant), minute: minuteOfDay(data.zone, instant) }}
          formatMinute={(minute) => formatClock(clock(minute), language)}
          renderVisit={(visit) => (
            <VisitBlock
              visit={visit}
              selected={visit.id === search.rdv}
              fresh={news.fresh.get(visit.id)}
              cause={causes.get(visit.id)}
              onSelect={select}
            />
          )}
        />
      )}
      {data !== undefined &&
        list &&
        days.map((day) => (
          <DayBlock key={day.date}>
            <h2>{heading(day)}</h2>
            <DayList
              entries={agendaOf(day, data.zone)}
              causes={causes}
              selected={search.rdv}
              news={news}
              from={day.date < today ? 24 * 60 : day.date === today ? minuteOfDay(data.zone, instant) : 0}
              onSelect={select}
              onBook={({ from }) => onBook({ date: day.date, time: clock(from) })}
            />
            {day.appointments.length === 0 && day.receiving.length === 0 && <p>{t(idle(day))}</p>}
          </DayBlock>
        ))}
      {chosen !== undefined && (
        <VisitPanel title={t('week.visit')} onClose={() => onSearch(withoutVisit(search))}>
          <VisitDetails visit={chosen} cause={causes.get(chosen.id)} />
        </VisitPanel>
      )}
    </Page>
  );

  function heading(day: CalendarDay) {
    const name = written(day.date, 'short');
    return dayLink(day.date, capitalised(name));
  }

  function column(day: CalendarDay): Column {
    const { visits: count, freeMinutes, receives } = summaryOf(day, data?.zone ?? 'UTC');
    return {
      key: day.date,
      label: capitalised(written(day.date)),
      date: day.date,
      working: day.receiving,
      absences: day.absences.map((absence) => ({ ...absence, label: ts(`absence.${absence.kind}`) })),
      visits: day.appointments,
      head: (
        <>
          <strong>{heading(day)}</strong>
          <Summary>
            {t('day.visits', { count })}
            {receives && freeMinutes > 0 && (
              <>
                <br />
                {t('day.free', { duration: formatMinutes(freeMinutes, language) })}
              </>
            )}
          </Summary>
        </>
      ),
      empty: t(receives ? 'week.empty' : idle(day)),
    };
  }
}

/** Sunday only when something happens on it. */
function isShown({ date, receiving, appointments }: CalendarDay): boolean {
  return dayOfWeek(date) !== 7 || receiving.length > 0 || appointments.length > 0;
}

/** Why nobody can be received that day. */
function idle({ working }: CalendarDay): 'week.off' | 'week.closed' {
  return working.length === 0 ? 'week.off' : 'week.closed';
}
