import { DAYS, sorted, type Day, type Interval, type Week } from '@/components/staff/intervals';

const CODES: Record<Day, string> = {
  MONDAY: 'Mo',
  TUESDAY: 'Tu',
  WEDNESDAY: 'We',
  THURSDAY: 'Th',
  FRIDAY: 'Fr',
  SATURDAY: 'Sa',
  SUNDAY: 'Su',
};

const HOLIDAYS_OFF = 'PH off';

/**
 * A week in OpenStreetMap's opening_hours: "Mo 14:00-18:00; Tu-Fr 09:00-12:30,14:00-18:00; Sa 09:00-13:00".
 *
 * @param before what it replaces: closed on public holidays, it stays so
 */
export function osmOf(week: Week, before: string): string {
  const groups: { days: Day[]; hours: string }[] = [];
  for (const day of DAYS) {
    const hours = written(week[day]);
    const last = groups.at(-1);
    if (last?.hours === hours) last.days.push(day);
    else groups.push({ days: [day], hours });
  }
  const rules = groups.filter(({ hours }) => hours !== '').map(({ days, hours }) => `${range(days)} ${hours}`);
  const holidays = rules.length > 0 && before.includes(HOLIDAYS_OFF) ? [HOLIDAYS_OFF] : [];
  return [...rules, ...holidays].join('; ');
}

/**
 * Whether some opening hours say nothing but "these days, these hours, closed on public holidays", so that editing them day
 * by day loses nothing. Seasons, comments and the like stay in the hands of whoever wrote them.
 */
export function isPlain(openingHours: string): boolean {
  const day = '(?:Mo|Tu|We|Th|Fr|Sa|Su)';
  const days = `${day}(?:-${day})?(?:,\\s*${day}(?:-${day})?)*`;
  const time = '\\d{2}:\\d{2}';
  const hours = `${time}-${time}(?:,\\s*${time}-${time})*`;
  const rule = `${days}\\s+${hours}`;
  return new RegExp(`^\\s*${rule}(?:\\s*;\\s*${rule})*(?:\\s*;\\s*${HOLIDAYS_OFF})?\\s*;?\\s*$`).test(openingHours);
}

function written(intervals: readonly Interval[]): string {
  return sorted(intervals)
    .map(({ from, to }) => `${from}-${to}`)
    .join(',');
}

function range(days: readonly Day[]): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || first === last) return first === undefined ? '' : CODES[first];
  return `${CODES[first]}${days.length === 2 ? ',' : '-'}${CODES[last]}`;
}
