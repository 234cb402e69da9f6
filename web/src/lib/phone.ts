const NBSP = '\u00a0';

/** "+33472000001" as people in France write it, "04 72 00 00 01"; other countries keep their prefix. */
export function formatPhone(phone: string): string {
  const digits = phone.replaceAll(/[^+\d]/g, '');
  const national = /^(?:\+33|0033|0)(\d{9})$/.exec(digits)?.[1];
  if (national === undefined) return phone.trim();
  return `0${national}`.replaceAll(/(\d\d)(?=\d)/g, `$1${NBSP}`);
}
