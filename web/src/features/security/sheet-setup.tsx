import { useQueryClient } from '@tanstack/react-query';
import { getSecurityQueryKey } from '@/generated/@tanstack/react-query.gen';
import { issueRecoveryCodes } from '@/generated/sdk.gen';
import { MadeOnce } from './made-once';
import { Sheet } from './sheet';

/** Makes a new sheet and shows it until it is put away. */
export function SheetSetup({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const client = useQueryClient();
  const stored = () => {
    void client.invalidateQueries({ queryKey: getSecurityQueryKey() });
    onDone();
  };
  return (
    <MadeOnce name="recovery sheet" make={async () => (await issueRecoveryCodes()).data} onCancel={onCancel}>
      {({ codes }) => <Sheet codes={codes} onStored={stored} />}
    </MadeOnce>
  );
}
