import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SelectField } from '@/components/fields';
import { Failure, Loading } from '@/components/states';
import { searchBranchesOptions } from '@/generated/@tanstack/react-query.gen';

export interface BranchPickerProps {
  value: string | undefined;
  onChange: (branchId: string) => void;
}

/** For those who see every branch. */
export function BranchPicker({ value, onChange }: BranchPickerProps) {
  const { t } = useTranslation('staff');
  const branches = useQuery({ ...searchBranchesOptions({ query: { limit: 100 } }), staleTime: 5 * 60_000 });
  if (branches.isError) return <Failure error={branches.error} retry={() => void branches.refetch()} />;
  if (branches.data === undefined) return <Loading lines={1} />;
  return (
    <SelectField
      label={t('branch.label')}
      value={value ?? ''}
      onChange={({ target }) => target.value !== '' && onChange(target.value)}
    >
      {value === undefined && <option value="">{t('branch.none')}</option>}
      {branches.data.items.map(({ id, name, address }) => (
        <option key={id} value={id}>
          {name} ({address.postcode} {address.town})
        </option>
      ))}
    </SelectField>
  );
}
