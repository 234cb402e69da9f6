import { useTranslation } from 'react-i18next';
import type { SecurityOverview } from '@/generated/types.gen';
import { passkeysWork } from '@/lib/passkeys';

/** What can be added to a password. */
export type Way = 'passkey' | 'app' | 'text' | 'sheet';

export interface OfferedWay {
  way: Way;
  inUse: boolean;
  recommended: boolean;
}

/**
 * The best first: a passkey where this very device can hold one, else the app, which every telephone can; then what is left. One is
 * recommended, as long as none is in use.
 */
export function waysFor(means: SecurityOverview, device: boolean): OfferedWay[] {
  const inUse: Record<Way, boolean> = {
    passkey: means.passkeys.length > 0,
    app: means.authenticatorAppSince !== undefined,
    text: means.mobile !== undefined,
    sheet: means.recoveryCodesLeft > 0,
  };
  const order: Way[] = device ? ['passkey', 'app', 'text', 'sheet'] : ['app', 'passkey', 'text', 'sheet'];
  const none = !Object.values(inUse).includes(true);
  return order
    .filter((way) => way !== 'passkey' || passkeysWork())
    .map((way, index) => ({ way, inUse: inUse[way], recommended: none && index === 0 }));
}

export function useWayName(way: Way, device: boolean): { title: string; detail: string } {
  const { t } = useTranslation('security');
  const key = way === 'passkey' && device ? 'touch' : way;
  return { title: t(`protect.ways.${key}.title`), detail: t(`protect.ways.${key}.detail`) };
}
