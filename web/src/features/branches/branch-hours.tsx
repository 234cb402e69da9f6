import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { BranchDetail } from '@/generated/types.gen';
import { now } from '@/lib/time/clock';
import { capitalised, formatClock } from '@/lib/time/format';
import { dayOfWeek } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { dateIn } from '@/lib/time/zones';
import { closureInWords } from './closure';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

const Hours = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 16,
  rowGap: 4,
  fontSize: '0.9rem',
  '& dd': { display: 'flex', flexWrap: 'wrap', columnGap: 16, fontVariantNumeric: 'tabular-nums' },
  '& dd > span': { whiteSpace: 'nowrap' },
  '& [data-today]': { fontWeight: 700 },
});

const Ahead = styled('ul')({ listStyle: 'none', fontSize: '0.9rem', '& li + li': { marginTop: 8 } });

const Title = styled('h2')(({ theme }) => ({
  ...theme.typography.h3,
  margin: '0 0 8px',
  'ul + &, dl + &': { marginTop: 32 },
}));

/** The week as it usually is, then what is different soon. */
export function BranchHours({ branch }: { branch: BranchDetail }) {
  const { t } = useTranslation('branches');
  const { language, date } = useWhen();
  const today = days[dayOfWeek(dateIn(branch.zone, now())) - 1];

  const closures = branch.upcomingClosures.map((closure) => ({
    key: closure.id,
    at: closure.from,
    when: closureInWords(closure, language),
    why: closure.reason,
  }));
  const holidays = branch.holidaysAhead
    .slice(0, 3)
    .map((holiday) => ({ key: holiday.date, at: holiday.date, when: date(holiday.date), why: holiday.name }));
  const ahead = [...closures, ...holidays].sort((one, other) => one.at.localeCompare(other.at));

  return (
    <>
      <Title>{t('page.hours')}</Title>
      <Hours>
        {days.map((name) => {
          const intervals = branch.week.find((entry) => entry.day === name)?.intervals ?? [];
          const mark = name === today ? { 'data-today': true } : {};
          return [
            <dt key={name} {...mark}>
              {t(`weekdays.${name}`)}
            </dt>,
            <dd key={`${name}-hours`} {...mark}>
              {intervals.length === 0
                ? t('page.closedDay')
                : intervals.map(({ from, to }) => (
                    <span key={from}>
                      {formatClock(from, language)} – {formatClock(to, language)}
                    </span>
                  ))}
            </dd>,
          ];
        })}
      </Hours>
      {ahead.length > 0 && (
        <>
          <Title>{t('page.closures')}</Title>
          <Ahead role="list">
            {ahead.map(({ key, when, why }) => (
              <li key={key}>
                <strong>{capitalised(when)}</strong>
                <br />
                {why}
              </li>
            ))}
          </Ahead>
        </>
      )}
    </>
  );
}
