import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getMyCustomerOptions } from '@/generated/@tanstack/react-query.gen';
import { NextVisit } from '@/features/appointments/next-visit';
import { YourBranch } from '@/features/branches/your-branch';

/** For a customer who is back: what comes next, and his own branch without searching. */
export default function Welcome({ customerId }: { customerId: string }) {
  const { t } = useTranslation('branches');
  const { data: customer } = useQuery(getMyCustomerOptions());
  return (
    <>
      <NextVisit customerId={customerId} />
      {customer?.branchId !== undefined && <YourBranch branchId={customer.branchId} action={t('yours.action')} />}
    </>
  );
}
