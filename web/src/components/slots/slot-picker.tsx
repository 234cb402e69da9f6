import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { freeSlotsOptions } from '@/generated/@tanstack/react-query.gen';
import type { Slot } from '@/generated/types.gen';
import { now } from '@/lib/time/clock';
import { capitalised } from '@/lib/time/format';
import { addDays, type LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { dateIn } from '@/lib/time/zones';
import { announce } from '../announcer';
import { Choice } from '../fields';
import { ChevronLeftIcon, ChevronRightIcon } from '../icons';
import { Failure, Loading } from '../states';
import { DayGrid } from './day-grid';
import type { SlotSearch } from './search';
import { daysWith, firstOf, windowAt, WINDOW } from './slot-days';
import { DaySlots } from './slot-buttons';
import { ZoneNote } from './zone-note';

export interface SlotPickerProps {
  branchId: string;
  reasonId: string;
  zone: string;
  adviserId?: string | undefined;
  search: SlotSearch;
  onSearch: (change: SlotSearch) => void;
  onPick: (slot: Slot) => void;
}

const Tools = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'flex-end',
  gap: 16,
  marginBottom: 24,
});

const First = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '8px 24px',
  marginBottom: 24,
  padding: '16px 0',
  borderBlock: 'var(--border) solid var(--line)',
});

const Zone = styled('div')({ '&:not(:empty)': { marginBottom: 24 } });

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  gap: 32,
  '@media (min-width: 52rem)': { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)', columnGap: 56 },
});

const Turn = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  marginBottom: 8,
  fontWeight: 650,
  '& button': { minWidth: 'var(--target)', padding: 0 },
  '& button:disabled': { opacity: 0.35 },
});

const DayHeading = styled('h2')(({ theme }) => ({ ...theme.typography.h2, scrollMarginTop: 24 }));

const DayBlock = styled('section')({ '& + &': { marginTop: 32 } });

/** Days, then hours. The same days as a list for those who prefer to read. */
export function SlotPicker({ branchId, reasonId, zone, adviserId, search, onSearch, onPick }: SlotPickerProps) {
  const { t } = useTranslation('slots');
  const { date } = useWhen();
  const today = dateIn(zone, now());
  const near = windowAt(search.jour, today, undefined);

  const query = useQuery({
    ...freeSlotsOptions({
      query: {
        branch: branchId,
        reason: reasonId,
        from: near.from,
        to: near.to,
        ...(adviserId !== undefined && { adviser: adviserId }),
      },
    }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    refetchInterval: 60_000,
  });

  const free = query.data;
  const days = daysWith(free, search.moment);
  const first = firstOf(free, days, search.moment);
  const shown = windowAt(search.jour, today, free?.horizon.to);
  const selected = search.jour ?? days[0]?.date;
  const slots = days.find((day) => day.date === selected)?.slots ?? [];

  const heading = useRef<HTMLHeadingElement>(null);
  const moveTo = useRef(false);
  useEffect(() => {
    if (!moveTo.current) return;
    moveTo.current = false;
    heading.current?.focus();
  }, [selected]);

  const count = days.reduce((sum, day) => sum + day.slots.length, 0);
  const settled = query.isFetched && !query.isPlaceholderData;
  useEffect(() => {
    if (settled) announce(t('found', { count: days.length }));
    // Once per answer to a new question, not at each refresh.
  }, [settled, search.moment, adviserId, shown.monday]); // eslint-disable-line react-hooks/exhaustive-deps

  const select = (jour: LocalDate) => {
    if (jour === selected) heading.current?.focus();
    else {
      moveTo.current = true;
      onSearch({ ...search, jour });
    }
  };
  const turn = (monday: LocalDate) => onSearch({ ...search, jour: monday < today ? today : monday });

  const weeks = (
    <Turn>
      <Button
        variant="text"
        aria-label={t('turn.earlier')}
        disabled={shown.previous === undefined}
        onClick={() => shown.previous !== undefined && turn(shown.previous)}
      >
        <ChevronLeftIcon />
      </Button>
      <span aria-live="polite">{span(shown.monday, date)}</span>
      <Button
        variant="text"
        aria-label={t('turn.later')}
        disabled={shown.next === undefined}
        onClick={() => shown.next !== undefined && turn(shown.next)}
      >
        <ChevronRightIcon />
      </Button>
    </Turn>
  );

  if (query.isError && free === undefined) {
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  }

  return (
    <>
      <Zone>
        <ZoneNote zone={zone} instant={first?.start} />
      </Zone>
      {free === undefined ? (
        <Loading lines={8} label={t('loading')} />
      ) : (
        <>
          <FirstSlot first={first} zone={zone} empty={count === 0} onPick={onPick} onShow={select} />
          <Tools>
            <Choice
              label={t('moment')}
              name="moment"
              value={search.moment ?? 'tout'}
              options={[
                { value: 'tout', label: t('part.tout') },
                { value: 'matin', label: t('part.matin') },
                { value: 'apres-midi', label: t('part.apres-midi') },
              ]}
              onChange={(moment) => onSearch({ ...search, moment: moment === 'tout' ? undefined : moment })}
            />
            <Button
              variant="text"
              style={{ marginInline: -12 }}
              onClick={() => onSearch({ ...search, vue: search.vue === 'liste' ? undefined : 'liste' })}
            >
              {search.vue === 'liste' ? t('view.calendar') : t('view.list')}
            </Button>
          </Tools>
          {search.vue === 'liste' ? (
            <section aria-label={t('view.days')}>
              {weeks}
              {days.length === 0 && <p>{t('none')}</p>}
              {days.map((day) => (
                <DayBlock key={day.date}>
                  <DayHeading>{capitalised(date(day.date))}</DayHeading>
                  <DaySlots slots={day.slots} zone={zone} onPick={onPick} />
                </DayBlock>
              ))}
            </section>
          ) : (
            <Columns>
              <div>
                {weeks}
                <DayGrid monday={shown.monday} today={today} days={days} selected={selected} onSelect={select} />
              </div>
              <section>
                <DayHeading ref={heading} tabIndex={-1}>
                  {selected === undefined ? t('none') : capitalised(date(selected))}
                </DayHeading>
                {selected !== undefined && slots.length === 0 && <p>{t('noneThatDay')}</p>}
                <DaySlots slots={slots} zone={zone} onPick={onPick} />
              </section>
            </Columns>
          )}
        </>
      )}
    </>
  );
}

interface FirstSlotProps {
  first: Slot | undefined;
  zone: string;
  empty: boolean;
  onPick: (slot: Slot) => void;
  onShow: (date: LocalDate) => void;
}

function FirstSlot({ first, zone, empty, onPick, onShow }: FirstSlotProps) {
  const { t } = useTranslation('slots');
  const { dayTime } = useWhen();
  if (first === undefined) return <First>{t('noneAtAll')}</First>;
  const day = dateIn(zone, first.start);
  return (
    <First>
      <div>
        <p>{empty ? t('first.later') : t('first.label')}</p>
        <p>
          <strong>{capitalised(dayTime(first.start, zone))}</strong>
        </p>
      </div>
      <Button variant={empty ? 'outlined' : 'contained'} onClick={() => (empty ? onShow(day) : onPick(first))}>
        {empty ? t('first.show') : t('first.take')}
      </Button>
    </First>
  );
}

function span(monday: LocalDate, date: ReturnType<typeof useWhen>['date']): string {
  return `${date(monday, 'dayMonth')} – ${date(addDays(monday, WINDOW - 1), 'dayMonth')}`;
}
