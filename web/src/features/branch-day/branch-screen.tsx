import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/components/fields';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { DateTools } from '@/components/staff/date-tools';
import { useShortcuts } from '@/components/staff/shortcuts';
import { Empty, Failure, Loading } from '@/components/states';
import { clock } from '@/components/timeline/layout';
import { Timeline, type Column } from '@/components/timeline/timeline';
import { agendaOf } from '@/components/visits/agenda';
import { DayList } from '@/components/visits/day-list';
import { VisitDesk } from '@/components/visits/desk';
import { NewsLine } from '@/components/visits/news-line';
import { useCauses } from '@/components/visits/use-causes';
import { useNews } from '@/components/visits/use-news';
import { VisitBlock } from '@/components/visits/visit-block';
import { VisitDetails } from '@/components/visits/visit-details';
import { VisitPanel } from '@/components/visits/visit-panel';
import { branchCalendarOptions } from '@/generated/@tanstack/react-query.gen';
import type { AdviserDay, Appointment, BranchCalendar } from '@/generated/types.gen';
import { useLive } from '@/lib/live/use-live';
import { useNow } from '@/lib/time/clock';
import { capitalised, formatClock } from '@/lib/time/format';
import { omit } from '@/lib/omit';
import type { LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { dateIn, minuteOfDay } from '@/lib/time/zones';
import { useMedia } from '@/lib/use-media';
import { Figures } from './figures';
import { occupancyOf, type Occupancy } from './occupancy';

export interface BranchDaySearch {
  jour?: LocalDate;
  vue?: 'liste';
  rdv?: string;
}

export interface BranchScreenProps {
  branchId: string;
  name: string | undefined;
  today: LocalDate;
  search: BranchDaySearch;
  onSearch: (change: BranchDaySearch) => void;
  onBook: (at: { adviserId: string; date: LocalDate; time: string }) => void;
  adviserLink: (adviserId: string, date: LocalDate, children: ReactNode) => ReactNode;
  actionLink: (children: ReactNode) => ReactNode;
  /** Above the day, for those who see several branches. */
  before?: ReactNode;
}

/** David's branch: who receives whom today, and how full the day is. */
export function BranchScreen(props: BranchScreenProps) {
  return (
    <VisitDesk>
      <Branch {...props} />
    </VisitDesk>
  );
}

function Branch(props: BranchScreenProps) {
  const { branchId, name, today, search, onSearch, actionLink, before } = props;
  const { t } = useTranslation('branch-day');
  const date = search.jour ?? today;
  const query = useQuery({
    ...branchCalendarOptions({ path: { id: branchId }, query: { date } }),
    placeholderData: keepPreviousData,
  });
  useLive([`branch:${branchId}`], [[{ _id: 'branchCalendar' }]]);
  const calendar = query.data?.date === date ? query.data : undefined;
  const visits = useMemo(() => calendar?.advisers.flatMap(({ appointments }) => appointments), [calendar]);
  const news = useNews(`${branchId} ${date}`, visits);
  const causes = useCauses(branchId);
  const chosen = visits?.find(({ id }) => id === search.rdv);
  const open = omit(search, 'rdv');

  return (
    <Page
      title={name ?? t('title')}
      lead={<Lead date={date} calendar={calendar} />}
      tools={<DateTools date={date} today={today} onChange={(jour) => onSearch({ ...open, jour })} />}
      before={before}
    >
      <NewsLine news={news} />
      {query.isError && calendar === undefined && <Failure error={query.error} retry={() => void query.refetch()} />}
      {!query.isError && calendar === undefined && <Loading lines={8} label={t('loading')} />}
      {calendar?.closure != null && <Notice tone="warn" title={t('closure', { reason: calendar.closure.reason })} />}
      {causes.size > 0 && (
        <Attention>
          {t('action.some', { count: causes.size })}. {actionLink(t('action.see'))}
        </Attention>
      )}
      {calendar !== undefined && <Day {...props} calendar={calendar} news={news} causes={causes} />}
      {chosen !== undefined && (
        <VisitPanel title={t('visit')} onClose={() => onSearch(open)}>
          <VisitDetails visit={chosen} cause={causes.get(chosen.id)} />
        </VisitPanel>
      )}
    </Page>
  );
}

const Attention = styled('p')({ marginBottom: 16, '& a': { fontWeight: 650 } });

function Lead({ date, calendar }: { date: LocalDate; calendar: BranchCalendar | undefined }) {
  const { t } = useTranslation('branch-day');
  const { date: written, time } = useWhen();
  const parts = [capitalised(written(date))];
  if (calendar !== undefined) {
    const { open, zone, advisers } = calendar;
    const hours = open.map(({ start, end }) => t('hours', { from: time(start, zone), to: time(end, zone) }));
    parts.push(hours.length === 0 ? t('closed') : t('open', { hours: hours.join(t('and')) }));
    const count = advisers.flatMap(({ appointments }) => appointments).filter(isKept).length;
    parts.push(t('visits', { count }));
  }
  return parts.join(' · ');
}

const Group = styled('section')({ '& + &': { marginTop: 28 }, '& h2': { fontSize: '1.125rem' } });

const GroupHead = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 16px',
  marginBottom: 4,
  alignItems: 'baseline',
});

const Views = styled('div')({ marginBottom: 4 });

interface DayProps extends BranchScreenProps {
  calendar: BranchCalendar;
  news: ReturnType<typeof useNews>;
  causes: ReturnType<typeof useCauses>;
}

function Day({ calendar, news, causes, search, onSearch, onBook, adviserLink }: DayProps) {
  const { t } = useTranslation('branch-day');
  const { t: ts } = useTranslation('staff');
  const { language } = useWhen();
  const wide = useMedia('(min-width: 60rem)');
  const list = search.vue === 'liste' || !wide;
  const instant = useNow(30_000);
  const { zone, date, advisers } = calendar;
  const now = { date: dateIn(zone, instant), minute: minuteOfDay(zone, instant) };
  const over = date < now.date ? 24 * 60 : date === now.date ? now.minute : 0;
  const select = ({ id }: Appointment) => onSearch({ ...search, rdv: id });
  const show = (vue: 'frise' | 'liste') => onSearch({ ...omit(search, 'vue'), ...(vue === 'liste' && { vue }) });
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'arrows', group: 'visits' },
    { keys: ['v'], does: 'view', group: 'visits', run: () => show(list ? 'frise' : 'liste') },
  ]);

  if (advisers.every(({ receiving, appointments }) => receiving.length === 0 && appointments.length === 0)) {
    if (calendar.open.length === 0) return <Empty title={t('closedDay')} />;
    return (
      <Empty title={t('nobody')}>
        <p>{t('nobodyDetail')}</p>
      </Empty>
    );
  }
  return (
    <>
      <Figures calendar={calendar} />
      {wide && (
        <Views>
          <Choice
            label={ts('view.label')}
            hideLabel
            name="branch-view"
            value={list ? 'liste' : 'frise'}
            options={[
              { value: 'frise', label: ts('view.timeline') },
              { value: 'liste', label: ts('view.list') },
            ]}
            onChange={show}
          />
        </Views>
      )}
      {!list && (
        <Timeline
          label={t('timeline')}
          zone={zone}
          columns={advisers.map(column)}
          now={now}
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
      {list &&
        advisers.map((one) => (
          <Group key={one.adviser.id} aria-label={one.adviser.displayName}>
            <GroupHead>
              <h2>{adviserLink(one.adviser.id, date, one.adviser.displayName)}</h2>
              <Gauge occupancy={occupancyOf(one, date, zone)} />
            </GroupHead>
            <DayList
              entries={agendaOf({ ...one, date }, zone)}
              causes={causes}
              selected={search.rdv}
              news={news}
              from={over}
              onSelect={select}
              onBook={({ from }) => onBook({ adviserId: one.adviser.id, date, time: clock(from) })}
            />
          </Group>
        ))}
    </>
  );

  function column(one: AdviserDay): Column {
    const { adviser, working, receiving, absences, appointments } = one;
    return {
      key: adviser.id,
      label: adviser.displayName,
      date,
      working: receiving,
      absences: absences.map((absence) => ({ ...absence, label: ts(`absence.${absence.kind}`) })),
      visits: appointments,
      head: (
        <>
          <strong>{adviserLink(adviser.id, date, adviser.displayName)}</strong>
          <Gauge occupancy={occupancyOf(one, date, zone)} />
        </>
      ),
      empty:
        receiving.length === 0
          ? t(working.length === 0 ? 'off' : 'closedShort')
          : absences.length === 0
            ? t('empty')
            : undefined,
    };
  }
}

const Measure = styled('span')({
  display: 'inline-grid',
  gap: 3,
  fontSize: '0.8rem',
  color: 'var(--ink-soft)',
  '&::after': {
    content: '""',
    height: 4,
    minWidth: '7rem',
    borderRadius: 2,
    background:
      'linear-gradient(var(--accent), var(--accent)) left / calc(100% * var(--share)) 100% no-repeat, var(--line)',
  },
});

/** How full a day is, written and drawn. */
function Gauge({ occupancy }: { occupancy: Occupancy }) {
  const { t } = useTranslation('branch-day');
  if (occupancy.receivingMinutes === 0)
    return <Measure style={{ '--share': 0 } as React.CSSProperties}>{t('off')}</Measure>;
  const percent = Math.round(occupancy.ratio * 100);
  return (
    <Measure style={{ '--share': Math.min(1, occupancy.ratio) } as React.CSSProperties}>
      {t('occupied', { percent })}
    </Measure>
  );
}

function isKept({ status }: Appointment): boolean {
  return status !== 'CANCELLED';
}
