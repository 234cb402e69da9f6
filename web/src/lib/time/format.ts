import type { Language } from '@/lib/i18n/language';
import { addDays, asUtcNoon, type LocalDate } from './local-date';
import { clockIn, dateIn } from './zones';

const NBSP = '\u00a0';

/** "9 h 30", "14 h 00"; in English "9:30 am". From a wall clock, "09:30". */
export function formatClock(clock: string, language: Language): string {
  const [hour = '0', minute = '00'] = clock.split(':');
  const hours = Number(hour);
  if (language === 'fr') return `${hours}${NBSP}h${NBSP}${minute}`;
  return `${hours % 12 || 12}:${minute}${NBSP}${hours < 12 ? 'am' : 'pm'}`;
}

/** The time on the wall in the branch's zone. */
export function formatTime(instant: string | number, zone: string, language: Language): string {
  return formatClock(clockIn(zone, instant), language);
}

export type DateStyle = 'long' | 'year' | 'short' | 'month' | 'monthOnly' | 'dayMonth' | 'weekday' | 'weekdayShort';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  /** lundi 23 novembre */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** lundi 23 novembre 2026 */
  year: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** lun. 23 nov. */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** novembre 2026 */
  month: { month: 'long', year: 'numeric' },
  /** novembre */
  monthOnly: { month: 'long' },
  /** 23 nov. */
  dayMonth: { day: 'numeric', month: 'short' },
  /** lundi */
  weekday: { weekday: 'long' },
  /** lun. */
  weekdayShort: { weekday: 'short' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

export function formatDate(date: LocalDate, language: Language, style: DateStyle = 'long'): string {
  const key = language + style;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { ...styles[style], timeZone: 'UTC' });
    formats.set(key, format);
  }
  const written = format.format(asUtcNoon(date));
  return language === 'fr' ? written.replace(/\b1 (?=\p{L})/u, `1er${NBSP}`) : written;
}

export function formatDay(instant: string | number, zone: string, language: Language, style?: DateStyle): string {
  return formatDate(dateIn(zone, instant), language, style);
}

export function nearness(date: LocalDate, today: LocalDate): 'today' | 'tomorrow' | undefined {
  if (date === today) return 'today';
  return date === addDays(today, 1) ? 'tomorrow' : undefined;
}

/** "Lundi 23 novembre": for the start of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function formatDistance(metres: number, language: Language): string {
  if (metres < 950) return `${Math.max(50, Math.round(metres / 50) * 50)}${NBSP}m`;
  const digits = metres < 9_950 ? 1 : 0;
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: digits });
  return `${number.format(metres / 1000)}${NBSP}km`;
}
