import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '@/components/fields';
import { Failure, Loading } from '@/components/states';
import { searchBranchesOptions } from '@/generated/@tanstack/react-query.gen';
import { usePaused } from '@/lib/use-paused';
import { useBranchDay } from './use-branch';

const SHOWN = 10;

const Chosen = styled('p')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 12px', marginBottom: 8 });

const Search = styled('div')({ maxWidth: '36rem', marginBottom: 24 });

const Results = styled('ul')({
  listStyle: 'none',
  marginTop: 12,
  borderBottom: '1px solid var(--line)',
  '& button': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0 24px',
    width: '100%',
    minHeight: 'var(--target)',
    padding: '6px 8px',
    textAlign: 'left',
    background: 'none',
    border: 0,
    borderTop: '1px solid var(--line)',
    cursor: 'pointer',
  },
  '& button:hover': { background: 'var(--accent-wash)' },
  '& button:focus-visible': { outlineOffset: -2 },
  '& span': { color: 'var(--ink-soft)' },
});

export interface BranchPickerProps {
  value: string | undefined;
  onChange: (branchId: string) => void;
}

/** For those who see every branch: the one they look at, and the way to another. */
export function BranchPicker({ value, onChange }: BranchPickerProps) {
  const { t } = useTranslation('staff');
  const { branch } = useBranchDay(value);
  const [changing, setChanging] = useState(false);
  if (value === undefined || changing) {
    return (
      <BranchFinder
        onFound={(id) => {
          setChanging(false);
          onChange(id);
        }}
      />
    );
  }
  return (
    <Chosen>
      <span>{t('branch.chosen', { branch: branch?.name ?? '' })}</span>
      <Button variant="text" onClick={() => setChanging(true)}>
        {t('branch.change')}
      </Button>
    </Chosen>
  );
}

/** By town or postcode: a bank has more branches than a list holds. */
function BranchFinder({ onFound }: { onFound: (branchId: string) => void }) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const q = usePaused(typed.trim());
  const branches = useQuery({
    ...searchBranchesOptions({ query: { limit: SHOWN, ...(q !== '' && { q }) } }),
    placeholderData: keepPreviousData,
  });
  const found = branches.data?.items;
  return (
    <Search>
      <TextField
        label={t('branch.search')}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {branches.isError && <Failure error={branches.error} retry={() => void branches.refetch()} />}
      {branches.isPending && <Loading lines={3} />}
      {found?.length === 0 && <p role="status">{t('branch.none')}</p>}
      {found !== undefined && found.length > 0 && (
        <Results role="list">
          {found.map(({ id, name, address }) => (
            <li key={id}>
              <button type="button" onClick={() => onFound(id)}>
                <strong>{name}</strong>
                <span>
                  {address.postcode} {address.town}
                </span>
              </button>
            </li>
          ))}
        </Results>
      )}
    </Search>
  );
}
