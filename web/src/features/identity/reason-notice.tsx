import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notice';
import type { Refusal } from './reasons';

/** Why the bank's sign-on came to nothing, and what to do now. */
export function ReasonNotice({ reason }: { reason: Refusal }) {
  const { t } = useTranslation('identity');
  return (
    <Notice tone="warn" title={t(`reason.${reason}.title`)} focused>
      <p>{t(`reason.${reason}.detail`)}</p>
    </Notice>
  );
}
