import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { CopyIcon } from '@/components/staff-icons';
import { useLanguage } from '@/lib/i18n/use-language';
import { formatMinutes } from '@/lib/time/duration';
import { copiedToWorkedDays, DAYS, minutesOf, type Week } from './intervals';
import { IntervalsField } from './intervals-field';

const Days = styled('ul')({
  listStyle: 'none',
  '& li': {
    display: 'grid',
    gridTemplateColumns: '6rem minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: '0 8px',
    padding: '6px 0',
    borderTop: '1px solid var(--line)',
  },
  '& li > span': { paddingTop: 6 },
  '@media (max-width: 30rem)': {
    '& li': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
    '& li > div': { gridColumn: '1 / -1', gridRow: 2 },
  },
});

const Copy = styled(Button)({
  minWidth: 36,
  minHeight: 36,
  padding: 2,
  '@media (pointer: coarse)': { minWidth: 'var(--target)', minHeight: 'var(--target)' },
});

const WeekHead = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'baseline',
  paddingBottom: 6,
  '& h3': { margin: 0, fontSize: '1rem' },
  '& p': { color: 'var(--ink-soft)' },
});

export interface WeekFieldsProps {
  week: Week;
  title: string;
  onChange: (week: Week) => void;
}

/** Seven days and their hours, edited in place. */
export function WeekFields({ week, title, onChange }: WeekFieldsProps) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const worked = DAYS.filter((day) => week[day].length > 0).length;
  return (
    <section aria-label={title}>
      <WeekHead>
        <h3>{title}</h3>
        <p aria-live="polite">{t('hours.total', { duration: formatMinutes(minutesOf(week), language) })}</p>
      </WeekHead>
      <Days role="list">
        {DAYS.map((day) => {
          const name = t(`days.${day}`);
          return (
            <li key={day}>
              <span>{name}</span>
              <div>
                <IntervalsField
                  day={name}
                  intervals={week[day]}
                  onChange={(intervals) => onChange({ ...week, [day]: intervals })}
                />
              </div>
              {week[day].length > 0 && worked > 1 && (
                <Copy
                  variant="text"
                  color="inherit"
                  title={t('hours.copy')}
                  aria-label={t('hours.copyDay', { day: name })}
                  onClick={() => onChange(copiedToWorkedDays(week, day))}
                >
                  <CopyIcon />
                </Copy>
              )}
            </li>
          );
        })}
      </Days>
    </section>
  );
}
