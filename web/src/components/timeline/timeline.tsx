import { useMemo, type CSSProperties, type ReactNode } from 'react';
import type { Appointment } from '@/generated/types.gen';
import type { LocalDate } from '@/lib/time/local-date';
import { hoursAround, onDay, place, type MinuteSpan, type Placed, type Timed } from './layout';
import { moveBetweenVisits } from './move-focus';
import {
  Absent,
  Axis,
  Frame,
  FreePlace,
  Head,
  Hour,
  HourLine,
  Hours,
  Lane,
  Nothing,
  NowHour,
  NowLine,
  Place,
  Places,
  Track,
  Working,
} from './parts';

export interface Column {
  key: string;
  /** What the column is about, for those who do not see its head: an adviser, a day. */
  label: string;
  head?: ReactNode;
  date: LocalDate;
  working: readonly Timed[];
  absences: readonly (Timed & { id: string; label: string })[];
  visits: readonly Appointment[];
  /** Stretches with nothing in them, drawn by `renderFree`. */
  free?: readonly MinuteSpan[];
  /** Said in the place of the visits when there are none. */
  empty?: ReactNode;
}

export interface TimelineProps {
  label: string;
  zone: string;
  columns: readonly Column[];
  /** Where the wall clock of the branch stands. */
  now: { date: LocalDate; minute: number };
  formatMinute: (minute: number) => string;
  renderVisit: (visit: Appointment, place: Placed<Appointment>) => ReactNode;
  renderFree?: (span: MinuteSpan, column: Column) => ReactNode;
}

/** Days or advisers side by side along one axis of hours. The list view shows the same visits in the same order. */
export function Timeline({ label, zone, columns, now, formatMinute, renderVisit, renderFree }: TimelineProps) {
  const laid = useMemo(() => columns.map((column) => layOut(column, zone)), [columns, zone]);
  const hours = hoursAround(laid.flatMap(({ working, visits }) => [...working, ...visits]));
  const marks = Array.from({ length: (hours.to - hours.from) / 60 + 1 }, (_, index) => hours.from + index * 60);
  const withHeads = columns.some((column) => column.head !== undefined);
  const inHours = now.minute >= hours.from && now.minute <= hours.to;
  const onAxis = inHours && columns.some((column) => column.date === now.date);

  return (
    <Frame
      role="group"
      aria-label={label}
      style={vars({ '--day-from': hours.from, '--day-to': hours.to, '--columns': columns.length })}
      onKeyDown={moveBetweenVisits}
    >
      <Axis aria-hidden="true">
        {withHeads && <Head />}
        <Hours>
          {marks.map((minute) => (
            <Hour key={minute} style={at({ from: minute })}>
              {onAxis && Math.abs(minute - now.minute) < 12 ? '' : formatMinute(minute)}
            </Hour>
          ))}
          {onAxis && <NowHour style={at({ from: now.minute })}>{formatMinute(now.minute)}</NowHour>}
        </Hours>
      </Axis>
      {laid.map(({ column, working, absences, visits }) => (
        <Lane key={column.key} aria-label={column.label}>
          {withHeads && <Head>{column.head}</Head>}
          <Track>
            {working.map((span) => (
              <Working key={span.from} style={at(span)} aria-hidden="true" />
            ))}
            {marks.slice(1, -1).map((minute) => (
              <HourLine key={minute} style={at({ from: minute })} aria-hidden="true" />
            ))}
            {absences.map((absence) => (
              <Absent key={absence.item.id} style={at(clamp(absence, hours))}>
                <span>{absence.item.label}</span>
              </Absent>
            ))}
            {renderFree !== undefined &&
              column.free?.map((span) => (
                <FreePlace key={span.from} style={at(span)}>
                  {renderFree(span, column)}
                </FreePlace>
              ))}
            {inHours && column.date === now.date && (
              <NowLine data-now style={at({ from: now.minute })} aria-hidden="true" />
            )}
            {visits.length > 0 && (
              <Places role="list">
                {visits.map((one) => (
                  <Place
                    key={one.item.id}
                    style={at(one)}
                    data-aside={one.lanes === 1 && one.item.status === 'CANCELLED'}
                  >
                    {renderVisit(one.item, one)}
                  </Place>
                ))}
              </Places>
            )}
            {visits.length === 0 && column.empty !== undefined && <Nothing>{column.empty}</Nothing>}
          </Track>
        </Lane>
      ))}
    </Frame>
  );
}

function layOut(column: Column, zone: string) {
  const working = column.working.map((one) => onDay(one, column.date, zone)).filter((span) => span !== null);
  return {
    column,
    working,
    absences: place(column.absences, column.date, zone),
    visits: place(column.visits, column.date, zone),
  };
}

/** An absence of several days covers the hours that are shown, not the whole night. */
function clamp({ from, to }: MinuteSpan, hours: MinuteSpan): MinuteSpan {
  const start = Math.min(Math.max(from, hours.from), hours.to);
  return { from: start, to: Math.max(start, Math.min(to, hours.to)) };
}

function at(spot: { from: number; to?: number; lane?: number; lanes?: number }): CSSProperties {
  const { from, to, lane, lanes } = spot;
  return vars({
    '--from': from,
    ...(to === undefined ? {} : { '--to': to }),
    ...(lane === undefined || lanes === undefined ? {} : { '--lane': lane, '--lanes': lanes }),
  });
}

function vars(values: Record<`--${string}`, number>): CSSProperties {
  return values;
}
