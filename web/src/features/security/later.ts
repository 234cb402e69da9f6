import { now } from '@/lib/time/clock';

const KEY = 'guichet.protect-later';
const LASTS = 30 * 24 * 3_600_000;

/** On this device, the account's owner wants to protect it better later: for a month nobody asks again. */
export function postpone(account: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ account, at: now() }));
  } catch {
    // Then it is asked again the next time.
  }
}

/** Whether that was less than a month ago. */
export function isPostponed(account: string): boolean {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { account?: unknown; at?: unknown };
    return kept.account === account && typeof kept.at === 'number' && now() - kept.at < LASTS;
  } catch {
    return false;
  }
}
