import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Actions, Section, SectionTitle } from '@/components/layout';
import { LinkButton } from '@/components/links';
import { Soft } from '@/components/ticket';
import type { Appointment } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';
import { CalendarButtons } from './calendar-buttons';
import { Papers } from './papers';
import { VisitTicket } from './visit-ticket';

const Next = styled('ol')({
  display: 'grid',
  gap: 32,
  listStyle: 'none',
  counterReset: 'next',
  '& > li': {
    position: 'relative',
    paddingLeft: 52,
    counterIncrement: 'next',
    '&::before': {
      content: 'counter(next)',
      position: 'absolute',
      left: 0,
      top: -2,
      display: 'grid',
      placeItems: 'center',
      width: 36,
      height: 36,
      border: '2px solid var(--accent)',
      borderRadius: '50%',
      fontWeight: 700,
      color: 'var(--accent)',
    },
    '& > * + *': { marginTop: 12 },
  },
});

const Step = styled('h3')(({ theme }) => ({ ...theme.typography.h3, fontSize: '1.125rem' }));

/** It is booked; now what? In the order in which a customer will do it. */
export function Confirmed({ visit }: { visit: Appointment }) {
  const { t } = useTranslation('appointments');
  const { dayTime, day, time } = useWhen();
  const { zone } = visit.branch;
  return (
    <>
      <VisitTicket visit={visit} />
      <Section>
        <SectionTitle style={{ marginBottom: 20 }}>{t('confirmed.next')}</SectionTitle>
        <Next role="list">
          <li>
            <Step>{t('confirmed.calendar')}</Step>
            <CalendarButtons links={visit.calendarLinks} />
          </li>
          <li>
            <Step>{t('confirmed.papers')}</Step>
            <Papers papers={visit.reason.requiredDocuments} />
          </li>
          <li>
            <Step>{t('confirmed.come', { day: day(visit.start, zone), time: time(visit.start, zone) })}</Step>
            <p>
              {t('confirmed.where', {
                branch: visit.branch.name,
                street: visit.branch.address.street,
                town: visit.branch.address.town,
                adviser: visit.adviser.displayName,
              })}
            </p>
          </li>
        </Next>
      </Section>
      <Section>
        <Soft>{t('confirmed.change', { when: dayTime(visit.changeableUntil, zone) })}</Soft>
        <Actions style={{ marginTop: 16 }}>
          <LinkButton variant="contained" to="/rendez-vous">
            {t('confirmed.list')}
          </LinkButton>
          <LinkButton variant="outlined" to="/rendez-vous/$appointmentId" params={{ appointmentId: visit.id }}>
            {t('confirmed.details')}
          </LinkButton>
        </Actions>
      </Section>
    </>
  );
}
