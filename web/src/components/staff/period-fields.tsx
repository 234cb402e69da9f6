import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, DateField, FieldLabel } from '@/components/fields';
import { addDays, isLocalDate, type LocalDate } from '@/lib/time/local-date';
import type { PeriodDraft, PeriodProblem } from './period';
import { TimeInput } from './time-input';

const Pair = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr))',
  gap: 12,
  '& > * + *': { marginTop: '0 !important' },
});

export interface PeriodFieldsProps {
  draft: PeriodDraft;
  today: LocalDate;
  wrong: PeriodProblem | undefined;
  onChange: (draft: PeriodDraft) => void;
}

/** Whole days, or some hours of one day. */
export function PeriodFields({ draft, today, wrong, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation('staff');
  const name = useId();
  const change = (part: Partial<PeriodDraft>) => {
    const next = { ...draft, ...part };
    const turned = part.first !== undefined && isLocalDate(next.first) && next.last < next.first;
    onChange(turned ? { ...next, last: next.first } : next);
  };
  return (
    <>
      <Choice
        label={t('period.length')}
        name={name}
        value={draft.wholeDays ? 'days' : 'hours'}
        options={[
          { value: 'days', label: t('period.wholeDays') },
          { value: 'hours', label: t('period.someHours') },
        ]}
        onChange={(length) => change({ wholeDays: length === 'days' })}
      />
      <Pair>
        <DateField
          label={t(draft.wholeDays ? 'period.first' : 'period.date')}
          value={draft.first}
          min={addDays(today, -366)}
          error={wrong === 'first' ? t('period.problem.first') : undefined}
          onChange={(first) => change({ first })}
        />
        {draft.wholeDays && (
          <DateField
            label={t('period.last')}
            value={draft.last}
            min={draft.first}
            error={wrong === 'last' || wrong === 'tooLong' ? t(`period.problem.${wrong}`) : undefined}
            onChange={(last) => change({ last })}
          />
        )}
      </Pair>
      {!draft.wholeDays && (
        <Pair>
          <Hour label={t('period.from')} value={draft.from} onChange={(from) => change({ from })} />
          <Hour
            label={t('period.to')}
            value={draft.to}
            error={wrong === 'hours' ? t('period.problem.hours') : undefined}
            onChange={(to) => change({ to })}
          />
        </Pair>
      )}
    </>
  );
}

const HourRow = styled('div')({ display: 'grid', justifyItems: 'start', gap: 4 });

const Wrong = styled('p')({ fontWeight: 600, color: 'var(--warn)' });

interface HourProps {
  label: string;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

function Hour({ label, value, error, onChange }: HourProps) {
  const id = useId();
  return (
    <HourRow>
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      <TimeInput
        id={id}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={onChange}
      />
      {error !== undefined && <Wrong id={`${id}-error`}>{error}</Wrong>}
    </HourRow>
  );
}
