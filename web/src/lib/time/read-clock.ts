/** What people type for a time, "9", "9h30", "930", "9:30", "9 h 30", as "09:30"; undefined when it is no time. */
export function readClock(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const parts = /^(\d{1,2})(?:\s*[h:.]\s*(\d{1,2})?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
