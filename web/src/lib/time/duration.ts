import type { Language } from '@/lib/i18n/language';

const NBSP = '\u00a0';

/** "45 min", "1 h", "1 h 30"; in English "1 h 30 min". */
export function formatMinutes(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}${NBSP}min`;
  if (rest === 0) return `${hours}${NBSP}h`;
  const padded = String(rest).padStart(2, '0');
  return language === 'fr' ? `${hours}${NBSP}h${NBSP}${padded}` : `${hours}${NBSP}h ${padded}${NBSP}min`;
}
