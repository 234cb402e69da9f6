import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/components/fields';
import { Page } from '@/components/page';
import { DateTools } from '@/components/staff/date-tools';
import { useShortcuts } from '@/components/staff/shortcuts';
import { Empty, Failure, Loading } from '@/components/states';
import { clock, type MinuteSpan } from '@/components/timeline/layout';
import { nextStep } from '@/components/visits/acts';
import { toCome } from '@/components/visits/changes';
import { useDesk, VisitDesk } from '@/components/visits/desk';
import { NewsLine } from '@/components/visits/news-line';
import { useCauses, type Causes } from '@/components/visits/use-causes';
import { StatusMark } from '@/components/visits/status';
import { useNews, type News } from '@/components/visits/use-news';
import { VisitDetails, VisitGlance } from '@/components/visits/visit-details';
import { VisitPanel } from '@/components/visits/visit-panel';
import { useVisitWords } from '@/components/visits/words';
import { adviserCalendarOptions } from '@/generated/@tanstack/react-query.gen';
import type { AdviserCalendar, Appointment, CalendarDay } from '@/generated/types.gen';
import { useLive } from '@/lib/live/use-live';
import { useNow } from '@/lib/time/clock';
import { formatMinutes } from '@/lib/time/duration';
import { capitalised } from '@/lib/time/format';
import type { LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { dateIn, minuteOfDay } from '@/lib/time/zones';
import { useMedia } from '@/lib/use-media';
import { agendaOf, summaryOf } from '@/components/visits/agenda';
import { DayList } from '@/components/visits/day-list';
import { DayTimeline } from './day-timeline';
import { viewed, withoutVisit, type DaySearch, type DayView } from './search';

export interface DayScreenProps {
  adviserId: string;
  branchId: string | undefined;
  /** Whether the reader is that adviser. */
  own: boolean;
  today: LocalDate;
  search: DaySearch;
  onSearch: (change: DaySearch) => void;
  onBook: (at: { date: LocalDate; time: string }) => void;
}

/** Sophie's day. */
export function DayScreen(props: DayScreenProps) {
  return (
    <VisitDesk>
      <Day {...props} />
    </VisitDesk>
  );
}

function Day({ adviserId, branchId, own, today, search, onSearch, onBook }: DayScreenProps) {
  const { t } = useTranslation('calendar');
  const { date: written } = useWhen();
  const date = search.jour ?? today;
  const calendar = useQuery({
    ...adviserCalendarOptions({ path: { id: adviserId }, query: { from: date, to: date } }),
    placeholderData: keepPreviousData,
  });
  useLive([`adviser:${adviserId}`], [[{ _id: 'adviserCalendar' }]]);

  const day = calendar.data?.days.find((one) => one.date === date);
  const causes = useCauses(branchId);
  const news = useNews(`${adviserId} ${date}`, day?.appointments);
  const adviser = calendar.data?.adviser.displayName ?? '';
  const title = own ? t('day.own') : adviser === '' ? t('day.own') : t('day.of', { adviser });

  return (
    <Page
      title={title}
      lead={<Lead date={capitalised(written(date))} calendar={calendar.data} day={day} />}
      tools={<DateTools date={date} today={today} onChange={(jour) => onSearch({ ...withoutVisit(search), jour })} />}
    >
      <NewsLine news={news} />
      {calendar.isError && day === undefined && (
        <Failure error={calendar.error} retry={() => void calendar.refetch()} />
      )}
      {!calendar.isError && day === undefined && <Loading lines={8} label={t('day.loading')} />}
      {day !== undefined && calendar.data !== undefined && (
        <Loaded
          day={day}
          calendar={calendar.data}
          news={news}
          causes={causes}
          own={own}
          search={search}
          onSearch={onSearch}
          onBook={(span) => onBook({ date, time: clock(span.from) })}
        />
      )}
    </Page>
  );
}

interface LeadProps {
  date: string;
  calendar: AdviserCalendar | undefined;
  day: CalendarDay | undefined;
}

function Lead({ date, calendar, day }: LeadProps) {
  const { t } = useTranslation('calendar');
  const { language } = useWhen();
  if (day === undefined || calendar === undefined) return date;
  const { visits, freeMinutes, receives } = summaryOf(day, calendar.zone);
  const parts = [date, t('day.visits', { count: visits })];
  if (receives) {
    parts.push(freeMinutes === 0 ? t('day.full') : t('day.free', { duration: formatMinutes(freeMinutes, language) }));
  }
  return parts.join(' · ');
}

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 32,
  '@media (min-width: 64rem)': { gridTemplateColumns: 'minmax(0, 1fr) 23rem' },
});

const Beside = styled('aside')({
  '@media (min-width: 64rem)': {
    position: 'sticky',
    top: 16,
    alignSelf: 'start',
    maxHeight: 'calc(100dvh - 32px)',
    overflow: 'auto',
  },
  padding: '16px 20px 12px',
  background: 'var(--surface)',
  border: 'var(--border) solid var(--line)',
  borderRadius: 8,
});

const Over = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  marginBottom: 4,
  '& h2': { fontSize: '0.9rem', fontWeight: 400, color: 'var(--ink-soft)' },
  '& button': { minHeight: 32, paddingBlock: 2, marginRight: -12, fontSize: '0.9rem' },
});

const Views = styled('div')({ marginBottom: 12 });

interface LoadedProps {
  day: CalendarDay;
  calendar: AdviserCalendar;
  news: News;
  causes: Causes;
  own: boolean;
  search: DaySearch;
  onSearch: (change: DaySearch) => void;
  onBook: (span: MinuteSpan) => void;
}

function Loaded({ day, calendar, news, causes, own, search, onSearch, onBook }: LoadedProps) {
  const { t } = useTranslation('calendar');
  const { t: ts } = useTranslation('staff');
  const { act } = useDesk();
  const wide = useMedia('(min-width: 64rem)');
  const instant = useNow(30_000);
  const now = { date: dateIn(calendar.zone, instant), minute: minuteOfDay(calendar.zone, instant) };
  const visits = day.appointments;
  const chosen = visits.find(({ id }) => id === search.rdv);
  const [next, then] = day.date >= now.date ? toCome(visits) : [];
  const select = (visit: Appointment) => onSearch({ ...search, rdv: visit.id });
  const list = search.vue === 'liste';
  const root = useRef<HTMLDivElement>(null);
  useScrollToNow(root, day.date === now.date && !list);

  const turn = (by: 1 | -1) => {
    const order = visits.filter(({ status }) => status !== 'CANCELLED');
    const at = order.findIndex(({ id }) => id === (search.rdv ?? next?.id));
    const target = order[at + by] ?? order[by === 1 ? 0 : order.length - 1];
    if (target === undefined) return;
    select(target);
    root.current?.querySelector<HTMLElement>(`[data-visit="${target.id}"]`)?.focus();
  };
  const step = () => {
    const visit = chosen ?? next;
    const wanted = visit === undefined ? undefined : nextStep(visit);
    if (visit !== undefined && wanted !== undefined) act(visit, wanted);
  };
  const show = (vue: DayView) => {
    onSearch(viewed(search, vue));
  };
  useShortcuts([
    { keys: ['j'], does: 'nextVisit', group: 'visits', run: () => turn(1) },
    { keys: ['k'], does: 'previousVisit', group: 'visits', run: () => turn(-1) },
    { keys: ['ArrowUp', 'ArrowDown'], does: 'arrows', group: 'visits' },
    { keys: ['e'], does: 'step', group: 'visits', run: step },
    { keys: ['v'], does: 'view', group: 'visits', run: () => show(list ? 'frise' : 'liste') },
  ]);

  const nothing = visits.length === 0;
  const idle = nothing && day.receiving.length === 0 && day.absences.length === 0;
  return (
    <Columns>
      {!wide && next !== undefined && chosen === undefined && (
        <Beside aria-label={titleFor(next, t)}>
          <VisitGlance visit={next} title={<PanelTitle text={titleFor(next, t)} />} />
          <Then visit={then} onSelect={select} />
        </Beside>
      )}
      <div ref={root}>
        <Views>
          <Choice
            label={ts('view.label')}
            hideLabel
            name="day-view"
            value={list ? 'liste' : 'frise'}
            options={[
              { value: 'frise', label: ts('view.timeline') },
              { value: 'liste', label: ts('view.list') },
            ]}
            onChange={show}
          />
        </Views>
        {nothing && (
          <Empty title={idle ? t(day.working.length === 0 ? 'day.off' : 'day.closed') : t('day.empty')}>
            {!idle && own && day.date >= now.date && <p>{t('day.emptyWorking')}</p>}
          </Empty>
        )}
        {!idle && list && (
          <DayList
            entries={agendaOf(day, calendar.zone)}
            causes={causes}
            selected={search.rdv}
            news={news}
            from={day.date < now.date ? 24 * 60 : day.date === now.date ? now.minute : 0}
            onSelect={select}
            onBook={onBook}
          />
        )}
        {!idle && !list && (
          <DayTimeline
            day={day}
            zone={calendar.zone}
            adviser={calendar.adviser.displayName}
            now={now}
            selected={search.rdv}
            news={news}
            causes={causes}
            onSelect={select}
            onBook={onBook}
          />
        )}
      </div>
      {wide && (
        <Beside aria-label={chosen === undefined ? t('day.next') : t('day.chosen')}>
          {chosen !== undefined && (
            <VisitDetails
              visit={chosen}
              cause={causes.get(chosen.id)}
              title={
                <PanelTitle text={chosen.id === next?.id ? titleFor(chosen, t) : t('day.chosen')}>
                  {chosen.id !== next?.id && next !== undefined && (
                    <Button variant="text" onClick={() => onSearch(withoutVisit(search))}>
                      {t('day.backToNext')}
                    </Button>
                  )}
                </PanelTitle>
              }
            />
          )}
          {chosen === undefined && next !== undefined && (
            <VisitDetails visit={next} cause={causes.get(next.id)} title={<PanelTitle text={titleFor(next, t)} />} />
          )}
          {(chosen === undefined || chosen.id === next?.id) && <Then visit={then} onSelect={select} />}
          {chosen === undefined && next === undefined && (
            <p>{nothing || day.date > now.date ? t('day.choose') : t('day.nothingLeft')}</p>
          )}
        </Beside>
      )}
      {!wide && chosen !== undefined && (
        <VisitPanel title={t('day.chosen')} onClose={() => onSearch(withoutVisit(search))}>
          <VisitDetails visit={chosen} cause={causes.get(chosen.id)} />
        </VisitPanel>
      )}
    </Columns>
  );
}

const After = styled('p')({
  marginTop: 12,
  paddingTop: 12,
  borderTop: '1px solid var(--line)',
  '& button': { minHeight: 32, padding: 0, textAlign: 'left', fontWeight: 650 },
});

/** Who comes after that one, so that nobody is kept waiting by surprise. */
function Then({ visit, onSelect }: { visit: Appointment | undefined; onSelect: (visit: Appointment) => void }) {
  const { t } = useTranslation('calendar');
  const words = useVisitWords();
  if (visit === undefined) return null;
  return (
    <After>
      {t('day.then')}{' '}
      <Button variant="text" onClick={() => onSelect(visit)}>
        {words.time(visit)}, {visit.customer.displayName}
      </Button>{' '}
      {visit.status === 'CHECKED_IN' && <StatusMark status={visit.status} />}
    </After>
  );
}

function PanelTitle({ text, children }: { text: string; children?: React.ReactNode }) {
  return (
    <Over>
      <h2>{text}</h2>
      {children}
    </Over>
  );
}

function titleFor({ status }: Appointment, t: (key: 'day.current' | 'day.waiting' | 'day.next') => string): string {
  if (status === 'IN_PROGRESS') return t('day.current');
  return status === 'CHECKED_IN' ? t('day.waiting') : t('day.next');
}

/** On a phone the day is longer than the screen: it opens at the hour it is. */
function useScrollToNow(root: React.RefObject<HTMLElement | null>, wanted: boolean) {
  const done = useRef(false);
  useEffect(() => {
    if (!wanted || done.current) return;
    done.current = true;
    const line = root.current?.querySelector<HTMLElement>('[data-now]');
    const box = line?.getBoundingClientRect();
    if (box !== undefined && box.top > window.innerHeight - 160) {
      window.scrollTo({ top: window.scrollY + box.top - window.innerHeight / 3 });
    }
  }, [root, wanted]);
}
