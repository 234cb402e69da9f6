import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { outOfSight } from '@/components/layout';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { useSkillName } from '@/components/staff/use-skill-name';
import { PlusIcon } from '@/components/staff-icons';
import { Empty } from '@/components/states';
import { getAdviserOptions, listBranchAdvisersOptions } from '@/generated/@tanstack/react-query.gen';
import type { AdviserDetail, AdviserSummary } from '@/generated/types.gen';
import { languageName } from '@/lib/i18n/language-names';
import { formatMinutes } from '@/lib/time/duration';
import type { LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { NewAdviser } from './new-adviser';
import { minutesOf } from '@/components/staff/intervals';
import { draftOf, patternOn } from './pattern';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { padding: '10px 24px 10px 0', textAlign: 'left', verticalAlign: 'top' },
  '& thead th': { fontSize: '0.9rem', fontWeight: 400, color: 'var(--ink-soft)' },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
  '& tbody tr:last-of-type': { borderBottom: '1px solid var(--line)' },
  '& tbody th a': { fontWeight: 650 },
  '@media (max-width: 43rem)': {
    '& thead': outOfSight,
    '& tbody tr': { display: 'block', paddingBlock: 8 },
    '& tbody :is(th, td)': { display: 'block', padding: '2px 0' },
    '& tbody th a': { display: 'inline-flex', alignItems: 'center', minHeight: 'var(--target)' },
  },
});

export interface TeamScreenProps {
  branchId: string;
  today: LocalDate;
  adviserLink: (adviserId: string, children: ReactNode) => ReactNode;
  onAdded: (adviserId: string) => void;
  before?: ReactNode;
}

const Left = styled('p')({ color: 'var(--ink-soft)' });

export function TeamScreen({ branchId, today, adviserLink, onAdded, before }: TeamScreenProps) {
  const { t } = useTranslation('team');
  const [adding, setAdding] = useState(false);
  const advisers = useQuery(listBranchAdvisersOptions({ path: { id: branchId }, query: { inactive: true } }));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      before={before}
      tools={
        <Button variant="outlined" startIcon={<PlusIcon />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      <Loaded query={advisers}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t('none')}>
              <p>{t('noneDetail')}</p>
            </Empty>
          ) : (
            <Advisers advisers={all} today={today} adviserLink={adviserLink} />
          )
        }
      </Loaded>
      {adding && (
        <NewAdviser
          branchId={branchId}
          today={today}
          onClose={() => setAdding(false)}
          onAdded={({ id }) => onAdded(id)}
        />
      )}
    </Page>
  );
}

interface AdvisersProps {
  advisers: readonly AdviserSummary[];
  today: LocalDate;
  adviserLink: TeamScreenProps['adviserLink'];
}

function Advisers({ advisers, today, adviserLink }: AdvisersProps) {
  const { t } = useTranslation('team');
  const { language } = useWhen();
  const skillName = useSkillName();
  const sorted = [...advisers.filter(({ active }) => active), ...advisers.filter(({ active }) => !active)];
  const details = useQueries({ queries: sorted.map(({ id }) => getAdviserOptions({ path: { id } })) });
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.skills')}</th>
          <th scope="col">{t('columns.languages')}</th>
          <th scope="col">{t('columns.week')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ id, displayName, skills, languages, active }, index) => (
          <tr key={id}>
            <th scope="row">
              {adviserLink(id, displayName)}
              {!active && <Left>{t('left')}</Left>}
            </th>
            <td>{skills.length === 0 ? t('skillless') : skills.map(skillName).join(', ')}</td>
            <td>{languages.map((code) => languageName(code, language)).join(', ')}</td>
            <td>
              <UsualWeek adviser={details[index]?.data} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** "32 h, toutes les semaines"; both totals when weeks alternate. */
function UsualWeek({ adviser, today }: { adviser: AdviserDetail | undefined; today: LocalDate }) {
  const { t } = useTranslation('team');
  const { language } = useWhen();
  if (adviser === undefined) return null;
  const pattern = patternOn(adviser.patterns, today);
  if (pattern === undefined) return t('pattern.none');
  const hours = draftOf(pattern, pattern.validFrom).weeks.map((week) => formatMinutes(minutesOf(week), language));
  return `${hours.join(' / ')}, ${t(hours.length === 1 ? 'pattern.weekly' : 'pattern.alternating')}`;
}
