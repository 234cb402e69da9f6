const NBSP = '\u00a0';

/** Overseas, the prefix comes back as the first digits of the number: +596 596 00 01 12 is dialled 0596 00 01 12. */
const FRENCH = /^(?:(?:\+|00)33|(?:\+|00)(?:262|508|590|594|596)|0)(\d{9})$/;

/** "+33472000001" as people in France write it, "04 72 00 00 01"; other countries keep their prefix. */
export function formatPhone(phone: string): string {
  const digits = phone.replaceAll(/[^+\d]/g, '');
  const national = FRENCH.exec(digits)?.[1];
  if (national === undefined) return phone.trim();
  return `0${national}`.replaceAll(/(\d\d)(?=\d)/g, `$1${NBSP}`);
}
