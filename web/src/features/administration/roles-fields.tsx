import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Checkbox, SelectField } from '@/components/fields';
import { BranchPicker } from '@/components/staff/branch-picker';
import { Notice } from '@/components/notice';
import { listBranchAdvisersOptions } from '@/generated/@tanstack/react-query.gen';
import type { StaffRoles } from '@/generated/types.gen';
import { capitalised } from '@/lib/time/format';
import type { Role } from '@/lib/session';
import { ROLES } from './administration-search';

const Roles = styled('fieldset')({
  '& > legend': { padding: 0, fontWeight: 650 },
  '& > div': {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(14rem, 100%), 1fr))',
    columnGap: 16,
  },
});

const Wrong = styled('p')({ fontWeight: 600, color: 'var(--warn)' });

/** Roles with where they reach, while they are chosen. */
export interface RolesDraft {
  roles: readonly Role[];
  branchId: string | undefined;
  adviserId: string | undefined;
}

export function rolesOf({ roles, branchId, adviserId }: RolesDraft): StaffRoles {
  const receives = roles.includes('ADVISER');
  const inBranch = receives || roles.includes('MANAGER');
  return {
    roles: [...roles],
    ...(inBranch && branchId !== undefined && { branchId }),
    ...(receives && adviserId !== undefined && { adviserId }),
  };
}

export interface RolesFieldsProps {
  draft: RolesDraft;
  onChange: (draft: RolesDraft) => void;
  /** What the server says of a field. */
  error: (field: string) => string | undefined;
}

/** Branch and calendar are asked for only by roles that have one. */
export function RolesFields({ draft, onChange, error }: RolesFieldsProps) {
  const { t } = useTranslation('administration');
  const words = useTranslation('staff').t;
  const { roles, branchId, adviserId } = draft;
  const receives = roles.includes('ADVISER');
  const inBranch = receives || roles.includes('MANAGER');
  const advisers = useQuery({
    ...listBranchAdvisersOptions({ path: { id: branchId ?? '' } }),
    enabled: receives && branchId !== undefined,
  });
  return (
    <>
      <Roles aria-invalid={error('roles') !== undefined} aria-describedby="roles-error">
        <legend>{t('fields.roles')}</legend>
        <div>
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              label={capitalised(words(`role.${role}`))}
              checked={roles.includes(role)}
              onChange={({ target }) =>
                onChange({
                  ...draft,
                  roles: ROLES.filter((one) => (one === role ? target.checked : roles.includes(one))),
                })
              }
            />
          ))}
        </div>
        <Wrong id="roles-error">{error('roles')}</Wrong>
      </Roles>
      {roles.includes('ADMINISTRATOR') && <Notice title={t('administratorNote')} />}
      {inBranch && (
        <div>
          <BranchPicker
            value={branchId}
            onChange={(id) => onChange({ ...draft, branchId: id, adviserId: undefined })}
          />
          {error('branchId') !== undefined && <Wrong role="alert">{error('branchId')}</Wrong>}
        </div>
      )}
      {receives && branchId !== undefined && (
        <SelectField
          label={t('fields.adviser')}
          hint={t('fields.adviserHint')}
          error={error('adviserId')}
          value={adviserId ?? ''}
          onChange={({ target }) => onChange({ ...draft, adviserId: target.value === '' ? undefined : target.value })}
        >
          <option value="">{t('fields.chooseAdviser')}</option>
          {advisers.data?.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
