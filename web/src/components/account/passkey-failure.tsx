import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notice';
import { Failure } from '@/components/states';
import { passkeyTrouble } from '@/lib/passkeys';

/** Why nothing came of a passkey: the person's or the device's doing, or the server's. */
export function PasskeyFailure({ error }: { error: unknown }) {
  const { t } = useTranslation('account');
  const trouble = passkeyTrouble(error);
  if (trouble === undefined) return <Failure error={error} focused />;
  return (
    <Notice tone="warn" title={t(`passkey.${trouble}.title`)} focused>
      <p>{t(`passkey.${trouble}.detail`)}</p>
    </Notice>
  );
}
