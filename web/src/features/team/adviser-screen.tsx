import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, SectionTitle } from '@/components/layout';
import { Page } from '@/components/page';
import { Failure, Loading } from '@/components/states';
import { getAdviserOptions } from '@/generated/@tanstack/react-query.gen';
import { useLive } from '@/lib/live/use-live';
import type { LocalDate } from '@/lib/time/local-date';
import { OverrideSection } from './override-section';
import { PatternSection } from './pattern-section';
import { ProfileSection } from './profile-section';

const Halves = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: '40px 64px',
  '@media (min-width: 70rem)': { gridTemplateColumns: 'minmax(0, 1fr) 26rem' },
});

const Links = styled('p')({ display: 'flex', gap: 24 });

export interface AdviserScreenProps {
  adviserId: string;
  today: LocalDate;
  back: ReactNode;
  links: ReactNode;
}

export function AdviserScreen({ adviserId, today, back, links }: AdviserScreenProps) {
  const { t } = useTranslation('team');
  const query = useQuery(getAdviserOptions({ path: { id: adviserId } }));
  useLive([`adviser:${adviserId}`], [[{ _id: 'getAdviser' }]]);
  const adviser = query.data;
  return (
    <Page title={adviser?.displayName ?? t('title')} before={back} tools={<Links>{links}</Links>}>
      {query.isError && adviser === undefined && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading lines={8} />}
      {adviser !== undefined && (
        <Halves>
          <div>
            <Section>
              <SectionTitle>{t('pattern.title')}</SectionTitle>
              <PatternSection adviser={adviser} today={today} />
            </Section>
            <Section>
              <SectionTitle>{t('override.title')}</SectionTitle>
              <p>{t('override.lead')}</p>
              <OverrideSection adviser={adviser} today={today} />
            </Section>
          </div>
          <div>
            <SectionTitle>{t('profile.title')}</SectionTitle>
            <ProfileSection adviser={adviser} />
          </div>
        </Halves>
      )}
    </Page>
  );
}
