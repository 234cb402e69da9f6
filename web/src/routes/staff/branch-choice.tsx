import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Page } from '@/components/page';
import { BranchPicker } from '@/components/staff/branch-picker';
import { useBranchId } from '@/components/staff/use-branch';
import { useSession } from '@/lib/session';

export interface ForBranchProps {
  /** The branch named in the address, by someone who has none of his own. */
  named: string | undefined;
  title: string;
  onName: (branchId: string) => void;
  children: (branchId: string, picker: ReactNode) => ReactNode;
}

/** A screen about one branch: one's own, or the one that an administrator chooses. */
export function ForBranch({ named, title, onName, children }: ForBranchProps) {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  const branchId = useBranchId(named);
  const picker = account?.branchId === undefined ? <BranchPicker value={branchId} onChange={onName} /> : null;
  if (branchId === undefined) {
    return (
      <Page title={title} lead={t('branch.choose')}>
        {picker}
      </Page>
    );
  }
  return children(branchId, picker);
}
