import { isLocalDate, type LocalDate } from './local-date';

/** What people type for a date, "26/11/2026", "26.11.26", "26 11 2026", as "2026-11-26"; undefined when it is no date. */
export function readDate(typed: string): LocalDate | undefined {
  const text = typed.trim();
  if (isLocalDate(text)) return text;
  const parts =
    /^(\d{1,2})\s*[/.\s-]\s*(\d{1,2})\s*[/.\s-]\s*(\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = parts ?? [];
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}

/** "26/11/2026": day first, in French and in English as we write it. */
export function writeDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}
