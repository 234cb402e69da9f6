import type { LocalDate } from './local-date';

export function viewerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The day that a clock on the wall in `zone` shows at this instant. */
export function dateIn(zone: string, instant: string | number): LocalDate {
  const { year, month, day } = partsIn(zone, instant);
  return `${year}-${month}-${day}`;
}

/** Hours and minutes on the wall in `zone`: "09:30". */
export function clockIn(zone: string, instant: string | number): string {
  const { hour, minute } = partsIn(zone, instant);
  return `${hour}:${minute}`;
}

/** Minutes since midnight on the wall in `zone`. */
export function minuteOfDay(zone: string, instant: string | number): number {
  const { hour, minute } = partsIn(zone, instant);
  return Number(hour) * 60 + Number(minute);
}

/** Two zones that show the same wall clock at this instant need no explanation (Paris and Brussels). */
export function sameClock(one: string, other: string, instant: string | number): boolean {
  return (
    one === other ||
    (dateIn(one, instant) === dateIn(other, instant) && clockIn(one, instant) === clockIn(other, instant))
  );
}

/** "Martinique", "Paris": how people name a zone. */
export function townOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string, instant: string | number): Record<string, string> {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}
