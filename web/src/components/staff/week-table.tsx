import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '@/lib/time/duration';
import { formatClock } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';
import { DAYS, minutesOf, type Week } from './intervals';

const Table = styled('table')({
  borderCollapse: 'collapse',
  '& caption': { textAlign: 'left', color: 'var(--ink-soft)', paddingBottom: 4 },
  '& th': { fontWeight: 400, textAlign: 'left', padding: '3px 24px 3px 0' },
  '& td': { padding: '3px 0', fontVariantNumeric: 'tabular-nums' },
  '& tr[data-off="true"] > *': { color: 'var(--ink-soft)' },
});

/** Seven days and their hours, to read. */
export function WeekTable({ week, title, off }: { week: Week; title: string | undefined; off?: string }) {
  const { t } = useTranslation('staff');
  const { language } = useWhen();
  const total = t('hours.total', { duration: formatMinutes(minutesOf(week), language) });
  return (
    <Table>
      <caption>{title === undefined ? total : `${title} · ${total}`}</caption>
      <tbody>
        {DAYS.map((day) => (
          <tr key={day} data-off={week[day].length === 0}>
            <th scope="row">{t(`days.${day}`)}</th>
            <td>
              {week[day].length === 0
                ? (off ?? t('hours.off'))
                : week[day]
                    .map(({ from, to }) =>
                      t('hours.span', { from: formatClock(from, language), to: formatClock(to, language) }),
                    )
                    .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
