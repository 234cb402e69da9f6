import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '@/components/layout';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { weekFrom } from '@/components/staff/intervals';
import { WeekTable } from '@/components/staff/week-table';
import { getBranchOptions } from '@/generated/@tanstack/react-query.gen';
import type { BranchDetail } from '@/generated/types.gen';
import { useLive } from '@/lib/live/use-live';
import type { LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { Closures } from './closures';
import { HoursForm } from './hours-form';

const Halves = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: '40px 64px',
  '@media (min-width: 70rem)': { gridTemplateColumns: 'minmax(0, 1fr) 28rem' },
});

const Text = styled('p')({
  margin: '12px 0 16px',
  fontSize: '0.9rem',
  color: 'var(--ink-soft)',
  overflowWrap: 'anywhere',
});

const Holidays = styled('div')({ marginTop: 32, '& h3': { marginBottom: 4 }, '& ul': { listStyle: 'none' } });

export interface HoursScreenProps {
  branchId: string;
  today: LocalDate;
  actionLink: (children: ReactNode) => ReactNode;
  before?: ReactNode;
}

export function HoursScreen({ branchId, today, actionLink, before }: HoursScreenProps) {
  const { t } = useTranslation('branch-hours');
  const query = useQuery(getBranchOptions({ path: { id: branchId } }));
  useLive([`branch:${branchId}`], [[{ _id: 'getBranch' }], [{ _id: 'needingAction' }]]);
  return (
    <Page title={t('title')} lead={t('lead')} before={before}>
      <Loaded query={query} lines={8}>
        {(branch) => (
          <Halves>
            <section aria-labelledby="hours-open">
              <SectionTitle id="hours-open">{t('open.title')}</SectionTitle>
              <Opening branch={branch} />
            </section>
            <section aria-labelledby="hours-closures">
              <SectionTitle id="hours-closures">{t('closures.title')}</SectionTitle>
              <Closures branch={branch} today={today} actionLink={actionLink} />
            </section>
          </Halves>
        )}
      </Loaded>
    </Page>
  );
}

function Opening({ branch }: { branch: BranchDetail }) {
  const { t } = useTranslation('branch-hours');
  const { date } = useWhen();
  const [editing, setEditing] = useState(false);
  if (editing) return <HoursForm branch={branch} onDone={() => setEditing(false)} />;
  return (
    <>
      <WeekTable week={weekFrom(branch.week)} title={branch.name} off={t('open.closed')} />
      <Text>{t('open.text', { text: branch.openingHours })}</Text>
      <Button variant="outlined" onClick={() => setEditing(true)}>
        {t('open.edit')}
      </Button>
      {branch.holidaysAhead.length > 0 && (
        <Holidays>
          <h3>{t('open.holidays')}</h3>
          <ul>
            {branch.holidaysAhead.slice(0, 6).map((holiday) => (
              <li key={holiday.date}>{t('open.holiday', { name: holiday.name, date: date(holiday.date, 'year') })}</li>
            ))}
          </ul>
        </Holidays>
      )}
    </>
  );
}
