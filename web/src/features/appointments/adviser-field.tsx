import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SelectField } from '@/components/fields';
import { listBranchAdvisersOptions } from '@/generated/@tanstack/react-query.gen';

const Place = styled('div')({ maxWidth: '26rem', marginBottom: 24 });

export interface AdviserFieldProps {
  branchId: string;
  reasonId: string;
  value: string | undefined;
  onChange: (adviserId: string | undefined) => void;
}

/** Anyone, or a named adviser. Names are for customers who are known. */
export function AdviserField({ branchId, reasonId, value, onChange }: AdviserFieldProps) {
  const { t } = useTranslation('appointments');
  const { data: advisers } = useQuery(
    listBranchAdvisersOptions({ path: { id: branchId }, query: { reason: reasonId } }),
  );
  return (
    <Place>
      <SelectField
        label={t('slots.adviser')}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{t('slots.anyAdviser')}</option>
        {advisers?.map(({ id, displayName }) => (
          <option key={id} value={id}>
            {displayName}
          </option>
        ))}
      </SelectField>
    </Place>
  );
}
