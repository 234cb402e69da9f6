import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/components/states';
import { Loaded } from '@/components/loaded';
import { getSecurityQueryKey } from '@/generated/@tanstack/react-query.gen';
import { issueRecoveryCodes } from '@/generated/sdk.gen';
import { Sheet } from './sheet';

/** Makes a new sheet and shows it until it is put away. */
export function SheetSetup({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const sheet = useQuery({
    queryKey: ['recovery sheet'],
    queryFn: async () => (await issueRecoveryCodes()).data,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const stored = () => {
    void client.invalidateQueries({ queryKey: getSecurityQueryKey() });
    onDone();
  };
  if (sheet.isPending) return <Loading label={t('sheet.pending')} />;
  return <Loaded query={sheet}>{({ codes }) => <Sheet codes={codes} onStored={stored} />}</Loaded>;
}
