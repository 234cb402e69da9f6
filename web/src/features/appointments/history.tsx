import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/loaded';
import { appointmentHistoryOptions } from '@/generated/@tanstack/react-query.gen';
import type { HistoryEntry } from '@/generated/types.gen';
import { capitalised } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';

const Line = styled('ol')({
  display: 'grid',
  gap: 16,
  listStyle: 'none',
  paddingLeft: 20,
  borderLeft: '2px solid var(--line)',
  '& li': { position: 'relative' },
  '& li::before': {
    content: '""',
    position: 'absolute',
    left: -26,
    top: '0.5em',
    width: 10,
    height: 10,
    borderRadius: '50%',
    background: 'var(--accent)',
  },
});

const At = styled('p')({ fontSize: '0.9rem', color: 'var(--ink-soft)' });

/** What happened to this visit, the last thing first. */
export function History({ appointmentId, zone }: { appointmentId: string; zone: string }) {
  const query = useQuery(appointmentHistoryOptions({ path: { id: appointmentId } }));
  return (
    <Loaded query={query} lines={2}>
      {(entries) => (
        <Line role="list">
          {[...entries]
            .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
            .map((entry) => (
              <Entry key={entry.at + entry.what} entry={entry} zone={zone} />
            ))}
        </Line>
      )}
    </Loaded>
  );
}

function Entry({ entry, zone }: { entry: HistoryEntry; zone: string }) {
  const { t } = useTranslation('appointments');
  const { dayTime } = useWhen();
  const { at, by, byName, what, from, to, reason } = entry;
  const both = from !== undefined && to !== undefined;
  const moved = both && Date.parse(from.start) !== Date.parse(to.start);
  const given = both && from.adviserName !== to.adviserName;
  return (
    <li>
      <p>
        <strong>{t(`history.what.${what}`)}</strong>{' '}
        {by === 'STAFF' && byName !== undefined ? t('history.by.name', { name: byName }) : t(`history.by.${by}`)}
      </p>
      {moved && <p>{t('history.moved', { from: dayTime(from.start, zone), to: dayTime(to.start, zone) })}</p>}
      {given && <p>{t('history.reassigned', { from: from.adviserName, to: to.adviserName })}</p>}
      {reason !== undefined && reason !== '' && <p>{t('history.reason', { reason })}</p>}
      <At>{capitalised(dayTime(at, zone))}</At>
    </li>
  );
}
