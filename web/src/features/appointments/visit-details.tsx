import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions, Beside, Section, SectionTitle, Stack } from '@/components/layout';
import { LinkButton } from '@/components/links';
import { Notice } from '@/components/notice';
import { PhoneLink } from '@/components/phone-link';
import { Soft } from '@/components/ticket';
import type { Appointment } from '@/generated/types.gen';
import { now } from '@/lib/time/clock';
import { useWhen } from '@/lib/time/use-when';
import { CalendarButtons } from './calendar-buttons';
import { CancelDialog } from './cancel-dialog';
import { Changed } from './changed';
import { differences } from './differences';
import { History } from './history';
import { OfferBanner } from './offer-banner';
import { Papers } from './papers';
import { useLiveVisits } from './use-live-visits';
import { VisitTicket } from './visit-ticket';
import { Waiting } from './waiting';

export type Done = 'deplace' | 'annule';

export interface VisitDetailsProps {
  visit: Appointment;
  customerId: string | undefined;
  /** What the customer just did here: said first, and it takes the focus. */
  done?: Done | undefined;
  onCancelled: () => void;
}

export function VisitDetails({ visit, customerId, done, onCancelled }: VisitDetailsProps) {
  const { t } = useTranslation('appointments');
  const { dayTime } = useWhen();
  const [seen, setSeen] = useState(visit);
  const [cancelling, setCancelling] = useState(false);
  useLiveVisits(customerId);

  const { branch } = visit;
  const booked = visit.status === 'BOOKED';
  const changeable = visit.allowed.includes('MOVE') || visit.allowed.includes('CANCEL');
  const ahead = booked && Date.parse(visit.start) > now();
  const changed = seen.version !== visit.version && differences(seen, visit).length > 0;

  return (
    <Beside>
      <div>
        <Stack>
          {done !== undefined && (
            <Notice key={done} title={t(`done.${done}`)} focused>
              <p>{t(`done.${done}Detail`)}</p>
            </Notice>
          )}
          {changed && (
            <Changed before={seen} after={visit}>
              <Button variant="outlined" onClick={() => setSeen(visit)}>
                {t('changed.seen')}
              </Button>
            </Changed>
          )}
          {ahead && <OfferBanner visit={visit} onAccepted={setSeen} />}
          <VisitTicket visit={visit} />
          {visit.status === 'CANCELLED' && (
            <Actions>
              <LinkButton
                variant="contained"
                to="/agences/$branchId/creneaux"
                params={{ branchId: branch.id }}
                search={{ motif: visit.reason.id }}
              >
                {t('cancel.again')}
              </LinkButton>
            </Actions>
          )}
          {changeable ? (
            <>
              <Actions>
                {visit.allowed.includes('MOVE') && (
                  <LinkButton
                    variant="contained"
                    to="/rendez-vous/$appointmentId/deplacer"
                    params={{ appointmentId: visit.id }}
                  >
                    {t('move.open')}
                  </LinkButton>
                )}
                {visit.allowed.includes('CANCEL') && (
                  <Button variant="outlined" color="error" onClick={() => setCancelling(true)}>
                    {t('cancel.open')}
                  </Button>
                )}
              </Actions>
              <Soft>{t('changeableUntil', { when: dayTime(visit.changeableUntil, branch.zone) })}</Soft>
            </>
          ) : (
            ahead && (
              <Notice title={t('tooLate.title')}>
                <p>{t('tooLate.detail', { when: dayTime(visit.changeableUntil, branch.zone) })}</p>
                {branch.phone !== undefined && <PhoneLink phone={branch.phone} />}
              </Notice>
            )
          )}
        </Stack>
        {ahead && (
          <Section>
            <SectionTitle>{t('papers.title')}</SectionTitle>
            <Papers papers={visit.reason.requiredDocuments} />
          </Section>
        )}
        {ahead && changeable && <Waiting visit={visit} />}
      </div>
      <aside>
        <Section>
          <SectionTitle>{t('place')}</SectionTitle>
          <p>
            <strong>{branch.name}</strong>
          </p>
          <p>
            {branch.address.street}
            <br />
            {branch.address.postcode} {branch.address.town}
          </p>
          {branch.phone !== undefined && <PhoneLink phone={branch.phone} />}
        </Section>
        {ahead && (
          <Section>
            <SectionTitle>{t('calendar.title')}</SectionTitle>
            <CalendarButtons links={visit.calendarLinks} />
          </Section>
        )}
        <Section>
          <SectionTitle>{t('history.title')}</SectionTitle>
          <History appointmentId={visit.id} zone={branch.zone} />
        </Section>
      </aside>
      {visit.allowed.includes('CANCEL') || cancelling ? (
        <CancelDialog
          visit={visit}
          open={cancelling}
          onClose={() => setCancelling(false)}
          onCancelled={(cancelled) => {
            setSeen(cancelled);
            setCancelling(false);
            onCancelled();
          }}
        />
      ) : null}
    </Beside>
  );
}
