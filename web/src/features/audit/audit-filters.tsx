import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, SelectField, TextField } from '@/components/fields';
import { listAuditActionsOptions } from '@/generated/@tanstack/react-query.gen';
import { omit } from '@/lib/omit';
import { isLocalDate } from '@/lib/time/local-date';
import { isId, oneOf } from '@/lib/url';
import { useMedia } from '@/lib/use-media';
import { OUTCOMES, type AuditSearch } from './audit-search';
import { PersonFilter } from './person-filter';

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(15rem, 100%), 1fr))',
  alignItems: 'start',
  gap: 16,
  marginBottom: 16,
});

const Fold = styled('details')({ marginBottom: 16, '&[open] > summary': { marginBottom: 8 } });

const Summary = styled('summary')({
  display: 'list-item',
  paddingBlock: 10,
  minHeight: 'var(--target)',
  fontWeight: 650,
  cursor: 'pointer',
});

export interface AuditFiltersProps {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}

/** Side by side; on a telephone folded away, or they would hide what they are for. */
export function AuditFilters(props: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const wide = useMedia('(min-width: 43rem)');
  const [open, setOpen] = useState(Object.keys(props.search).length > 0);
  if (wide) return <Filters {...props} />;
  return (
    <Fold open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <Summary>{t('filters.label')}</Summary>
      <Filters {...props} />
    </Fold>
  );
}

/** Each narrows the others down. */
function Filters({ search, onSearch }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const actions = useQuery({ ...listAuditActionsOptions(), staleTime: 10 * 60_000 });
  const set = (change: Partial<AuditSearch>) => onSearch({ ...search, ...change });
  return (
    <Grid role="search" aria-label={t('filters.label')}>
      {(['du', 'au'] as const).map((end) => (
        <DayFilter
          key={`${end} ${search[end] ?? ''}`}
          label={t(end === 'du' ? 'filters.from' : 'filters.to')}
          value={search[end]}
          onChange={(day) => (day === undefined ? onSearch(omit(search, end)) : set({ [end]: day }))}
        />
      ))}
      <SelectField
        label={t('filters.action')}
        value={search.action ?? ''}
        onChange={({ target }) =>
          target.value === '' ? onSearch(omit(search, 'action')) : set({ action: target.value })
        }
      >
        <option value="">{t('filters.anyAction')}</option>
        {actions.data?.map(({ action, label }) => (
          <option key={action} value={action}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('filters.outcome')}
        value={search.resultat ?? ''}
        onChange={({ target }) => {
          const resultat = oneOf(OUTCOMES, target.value);
          onSearch({ ...omit(search, 'resultat'), ...(resultat !== undefined && { resultat }) });
        }}
      >
        <option value="">{t('filters.anyOutcome')}</option>
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {t(`outcome.${outcome}`)}
          </option>
        ))}
      </SelectField>
      <PersonFilter
        value={search.personne}
        onChange={(personne) => (personne === undefined ? onSearch(omit(search, 'personne')) : set({ personne }))}
      />
      <CustomerFilter
        key={search.client ?? ''}
        value={search.client}
        onChange={(client) => (client === undefined ? onSearch(omit(search, 'client')) : set({ client }))}
      />
      {Object.keys(search).length > 0 && (
        <div>
          <Button variant="text" onClick={() => onSearch({})}>
            {t('filters.clear')}
          </Button>
        </div>
      )}
    </Grid>
  );
}

interface FilterProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Counts once it is a day, or nothing. */
function DayFilter({ label, value, onChange }: FilterProps & { label: string }) {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState(value ?? '');
  const wrong = typed !== '' && !isLocalDate(typed);
  return (
    <DateField
      label={label}
      value={typed}
      error={wrong ? t('filters.badDate') : undefined}
      onChange={(day) => {
        setTyped(day);
        if (day === '' || isLocalDate(day)) onChange(day === '' ? undefined : day);
      }}
    />
  );
}

/** Auditors look for no names of customers: an identifier comes from an entry, or from whoever asks. */
function CustomerFilter({ value, onChange }: FilterProps) {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState(value ?? '');
  const wrong = typed !== '' && !isId(typed);
  return (
    <TextField
      label={t('filters.customer')}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      error={wrong ? t('filters.badCustomer') : undefined}
      onChange={({ target }) => {
        const id = target.value.trim();
        setTyped(id);
        if (id === '' || isId(id)) onChange(id === '' ? undefined : id);
      }}
    />
  );
}
