import { styled } from '@mui/material/styles';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlotDay } from '@/generated/types.gen';
import { capitalised } from '@/lib/time/format';
import { addDays, datesFrom, dayOfWeek, type LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { weekdaysOf, WINDOW } from './slot-days';

const Table = styled('table')({
  width: 'calc(100% + 8px)',
  borderCollapse: 'separate',
  borderSpacing: 4,
  tableLayout: 'fixed',
  margin: '0 -4px',
  '& th': { fontWeight: 400, fontSize: '0.85rem', color: 'var(--ink-soft)', padding: '4px 0' },
  '& td': { padding: 0, height: 'calc(var(--target) + 8px)', textAlign: 'center' },
});

const cell = {
  display: 'grid',
  alignContent: 'center',
  justifyItems: 'center',
  gap: 3,
  width: '100%',
  height: '100%',
  minHeight: 'calc(var(--target) + 8px)',
  lineHeight: 1.15,
  fontVariantNumeric: 'tabular-nums',
} as const;

const Day = styled('button')({
  ...cell,
  padding: 0,
  border: 'max(var(--border), 1.5px) solid var(--line)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  fontWeight: 650,
  cursor: 'pointer',
  '&:hover': { borderColor: 'var(--accent)' },
  '&[aria-pressed="true"]': {
    borderColor: 'var(--accent)',
    color: 'var(--accent-ink)',
    background: 'var(--accent)',
  },
});

const NoDay = styled('span')({ ...cell, color: 'var(--ink-soft)', '& > span': { gridColumn: 1 } });

const MonthMark = styled('span')({ fontSize: '0.75rem', fontWeight: 400 });

/** How much is left that day, drawn: a line as long as the day is free. */
const Plenty = styled('span')({
  width: '60%',
  height: 3,
  borderRadius: 2,
  background: 'linear-gradient(currentColor, currentColor) left / var(--plenty) 100% no-repeat, var(--sunk)',
  color: 'var(--accent)',
  '[aria-pressed="true"] > &': { color: 'var(--accent-ink)', backgroundColor: 'transparent' },
});

export interface DayGridProps {
  monday: LocalDate;
  today: LocalDate;
  days: readonly SlotDay[];
  selected: LocalDate | undefined;
  onSelect: (date: LocalDate) => void;
}

/** Five weeks of days. Arrow keys walk over the days that have something; Enter shows their hours. */
export function DayGrid({ monday, today, days, selected, onSelect }: DayGridProps) {
  const { t } = useTranslation('slots');
  const { date: written } = useWhen();
  const table = useRef<HTMLTableElement>(null);

  const byDate = new Map(days.map((day) => [day.date, day.slots.length]));
  const most = Math.max(1, ...byDate.values());
  const weekdays = weekdaysOf(days);
  const weeks = datesFrom(monday, WINDOW / 7).map((_, week) => addDays(monday, week * 7));
  const stop = selected !== undefined && byDate.has(selected) ? selected : days[0]?.date;

  const walk = (event: KeyboardEvent, date: LocalDate) => {
    const target = step(event.key, date, [...byDate.keys()]);
    if (target === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-date="${target}"]`)?.focus();
  };

  return (
    <Table ref={table}>
      <caption className="visually-hidden">{t('grid.caption')}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => {
            const date = addDays(monday, weekday - 1);
            return (
              <th key={weekday} scope="col" abbr={written(date, 'weekday')}>
                {capitalised(written(date, 'weekdayShort')).replace('.', '')}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week}>
            {weekdays.map((weekday) => {
              const date = addDays(week, weekday - 1);
              const count = byDate.get(date) ?? 0;
              const number = Number(date.slice(8));
              const label =
                number <= 7 && weekday === firstShown(date, weekdays) ? (
                  <span>
                    {number}
                    <MonthMark> {written(date, 'dayMonth').replace(/^\S+\s/, '')}</MonthMark>
                  </span>
                ) : (
                  <span>{number}</span>
                );
              return (
                <td key={date}>
                  {count === 0 ? (
                    <NoDay>
                      {date >= today && (
                        <>
                          <span aria-hidden="true">{label}</span>
                          <span className="visually-hidden">{t('grid.none', { day: written(date) })}</span>
                        </>
                      )}
                    </NoDay>
                  ) : (
                    <Day
                      type="button"
                      data-date={date}
                      aria-pressed={date === selected}
                      aria-current={date === today ? 'date' : undefined}
                      tabIndex={date === stop ? 0 : -1}
                      onClick={() => onSelect(date)}
                      onKeyDown={(event) => walk(event, date)}
                    >
                      <span className="visually-hidden">{t('grid.day', { day: written(date), count })}</span>
                      <span aria-hidden="true">{label}</span>
                      <Plenty
                        aria-hidden="true"
                        style={
                          { '--plenty': `${Math.max(10, Math.round((count / most) * 100))}%` } as React.CSSProperties
                        }
                      />
                    </Day>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The first column of the week in which a month begins that shows one of its days. */
function firstShown(date: LocalDate, weekdays: readonly number[]): number | undefined {
  const first = dayOfWeek(`${date.slice(0, 8)}01`);
  return weekdays.find((weekday) => weekday >= first) ?? weekdays[0];
}

function step(key: string, from: LocalDate, dates: readonly LocalDate[]): LocalDate | undefined {
  const at = dates.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return dates[at + 1];
    case 'ArrowLeft':
      return dates[at - 1];
    case 'ArrowDown':
      return dates.find((date) => date >= addDays(from, 7));
    case 'ArrowUp':
      return dates.findLast((date) => date <= addDays(from, -7));
    case 'Home':
      return dates[0];
    case 'End':
      return dates.at(-1);
    default:
      return undefined;
  }
}
