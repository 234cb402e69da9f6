import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '@/components/icons';
import { PlusIcon } from '@/components/staff-icons';
import { TimeInput } from './time-input';
import { nextInterval, problemOf, type Interval } from './intervals';

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 8 });

const Pair = styled('div')({ display: 'flex', alignItems: 'center', gap: 4 });

const Small = styled(Button)({
  minWidth: 36,
  minHeight: 36,
  padding: '2px 8px',
  '@media (pointer: coarse)': { minWidth: 'var(--target)', minHeight: 'var(--target)' },
});

const Wrong = styled('p')({ width: '100%', fontWeight: 600, color: 'var(--warn)' });

export interface IntervalsFieldProps {
  /** The day, in words: part of every field's name. */
  day: string;
  intervals: readonly Interval[];
  onChange: (intervals: Interval[]) => void;
}

/** The hours of one day: none is a day off, each can start and end at any minute. */
export function IntervalsField({ day, intervals, onChange }: IntervalsFieldProps) {
  const { t } = useTranslation('staff');
  const id = useId();
  const change = (index: number, part: Partial<Interval>) =>
    onChange(intervals.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Row>
      {intervals.map((interval, index) => {
        const problem = problemOf(intervals, index);
        const described = problem === null ? undefined : `${id}-${index}`;
        return (
          // Intervals have no identity of their own; they are only added at the end and removed by hand.
          <div key={index}>
            <Pair>
              <TimeInput
                aria-label={t('hours.from', { day })}
                aria-invalid={problem !== null}
                aria-describedby={described}
                value={interval.from}
                onChange={(from) => change(index, { from })}
              />
              <span aria-hidden="true">–</span>
              <TimeInput
                aria-label={t('hours.to', { day })}
                aria-invalid={problem !== null}
                aria-describedby={described}
                value={interval.to}
                onChange={(to) => change(index, { to })}
              />
              <Small
                variant="text"
                color="inherit"
                aria-label={t('hours.remove', { ...interval, day })}
                onClick={() => onChange(intervals.filter((_, at) => at !== index))}
              >
                <CloseIcon />
              </Small>
            </Pair>
            {problem !== null && <Wrong id={described}>{t(`hours.problem.${problem}`)}</Wrong>}
          </div>
        );
      })}
      <Small
        variant="text"
        startIcon={<PlusIcon />}
        aria-label={t('hours.add', { day })}
        onClick={() => onChange([...intervals, nextInterval(intervals)])}
      >
        {t('hours.addShort')}
      </Small>
    </Row>
  );
}
