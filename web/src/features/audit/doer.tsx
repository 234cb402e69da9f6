import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/generated/types.gen';
import { usePersonName } from './use-person-name';

/** Who did it, by name where auditors may know it. */
export function Doer({ by }: { by: AuditEntry['by'] }) {
  const { t } = useTranslation('audit');
  const name = usePersonName(by.kind === 'STAFF' ? by.accountId : undefined);
  return name ?? t(`by.${by.kind}`);
}
