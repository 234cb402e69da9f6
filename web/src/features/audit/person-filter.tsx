import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '@/components/fields';
import { Failure } from '@/components/states';
import { listStaffOptions } from '@/generated/@tanstack/react-query.gen';
import { usePaused } from '@/lib/use-paused';
import { usePersonName } from './use-person-name';

const SHOWN = 6;

const Results = styled('ul')({
  listStyle: 'none',
  marginTop: 4,
  borderBottom: '1px solid var(--line)',
  '& button': {
    display: 'block',
    width: '100%',
    minHeight: 'var(--target)',
    padding: '4px 8px',
    textAlign: 'left',
    background: 'none',
    border: 0,
    borderTop: '1px solid var(--line)',
    cursor: 'pointer',
  },
  '& button:hover': { background: 'var(--accent-wash)' },
  '& button:focus-visible': { outlineOffset: -2 },
  '& small': { display: 'block', color: 'var(--ink-soft)', overflowWrap: 'anywhere' },
});

export interface PersonFilterProps {
  value: string | undefined;
  onChange: (accountId: string | undefined) => void;
}

/** Whose acts are wanted: a colleague found by name, or whoever an entry names. */
export function PersonFilter({ value, onChange }: PersonFilterProps) {
  const { t } = useTranslation('audit');
  const name = usePersonName(value);
  if (value !== undefined) {
    const what = t('filters.personChosen', { who: name ?? value });
    return (
      <div>
        <p style={{ overflowWrap: 'anywhere' }}>{what}</p>
        <Button variant="text" aria-label={t('filters.dropWhat', { what })} onClick={() => onChange(undefined)}>
          {t('filters.drop')}
        </Button>
      </div>
    );
  }
  return <PersonFinder onFound={onChange} />;
}

function PersonFinder({ onFound }: { onFound: (accountId: string) => void }) {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState('');
  const q = usePaused(typed.trim());
  const found = useQuery({
    ...listStaffOptions({ query: { q, limit: SHOWN } }),
    enabled: q.length >= 2,
    gcTime: 30_000,
  });
  return (
    <div>
      <TextField
        label={t('filters.person')}
        type="search"
        placeholder={t('filters.personHint')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {q.length >= 2 && found.data?.items.length === 0 && <p role="status">{t('filters.nobody')}</p>}
      {q.length >= 2 && found.data !== undefined && found.data.items.length > 0 && (
        <Results role="list">
          {found.data.items.map(({ id, displayName, email }) => (
            <li key={id}>
              <button type="button" onClick={() => onFound(id)}>
                {displayName}
                <small>{email}</small>
              </button>
            </li>
          ))}
        </Results>
      )}
    </div>
  );
}
