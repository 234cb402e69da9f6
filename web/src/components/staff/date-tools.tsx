import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { DateInput } from '@/components/date-input';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/icons';
import { addDays, isLocalDate, mondayOf, type LocalDate } from '@/lib/time/local-date';
import { useShortcuts } from './shortcuts';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  '& > button': { minWidth: 'var(--target)', paddingInline: 8 },
});

const Other = styled('div')({ flex: '1 1 10rem' });

export interface DateToolsProps {
  date: LocalDate;
  today: LocalDate;
  /** Steps by whole weeks, from Monday to Monday. */
  weekly?: boolean;
  onChange: (date: LocalDate) => void;
}

/** To the day (or week) before, after, today's, or any other. */
export function DateTools({ date, today, weekly = false, onChange }: DateToolsProps) {
  const { t } = useTranslation('staff');
  const step = weekly ? 7 : 1;
  const go = (target: LocalDate) => onChange(weekly ? mondayOf(target) : target);
  useShortcuts([
    { keys: ['p'], does: 'previous', group: 'date', run: () => go(addDays(date, -step)) },
    { keys: ['n'], does: 'next', group: 'date', run: () => go(addDays(date, step)) },
    { keys: ['t'], does: 'today', group: 'date', run: () => go(today) },
  ]);
  const here = weekly ? mondayOf(today) === date : today === date;
  return (
    <Row>
      <Button
        variant="outlined"
        aria-label={t(weekly ? 'date.previousWeek' : 'date.previousDay')}
        onClick={() => go(addDays(date, -step))}
      >
        <ChevronLeftIcon />
      </Button>
      <Button variant="outlined" disabled={here} onClick={() => go(today)}>
        {t(weekly ? 'date.thisWeek' : 'date.today')}
      </Button>
      <Button
        variant="outlined"
        aria-label={t(weekly ? 'date.nextWeek' : 'date.nextDay')}
        onClick={() => go(addDays(date, step))}
      >
        <ChevronRightIcon />
      </Button>
      <Other>
        <DateInput
          aria-label={t(weekly ? 'date.weekLabel' : 'date.label')}
          value={date}
          onChange={(value) => isLocalDate(value) && go(value)}
        />
      </Other>
    </Row>
  );
}
