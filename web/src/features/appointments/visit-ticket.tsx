import { styled } from '@mui/material/styles';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Soft, Ticket, TicketTime } from '@/components/ticket';
import type { Appointment } from '@/generated/types.gen';
import { capitalised } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';

const Stretched = styled(Link)({
  color: 'inherit',
  textDecoration: 'none',
  '&::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 10 },
  '&:hover': { color: 'var(--accent)', textDecoration: 'underline' },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible::after': { outline: '3px solid var(--ink)', outlineOffset: 2 },
}) as typeof Link;

const Tag = styled('span')({
  display: 'inline-block',
  padding: '1px 10px',
  border: 'var(--border) solid var(--line-strong)',
  borderRadius: 99,
  fontSize: '0.85rem',
  color: 'var(--ink)',
});

const over: readonly Appointment['status'][] = ['FINISHED', 'NO_SHOW', 'CANCELLED'];

export interface VisitTicketProps {
  visit: Appointment;
  /** The whole ticket leads to the visit's own page. */
  linked?: boolean;
}

export function VisitTicket({ visit, linked = false }: VisitTicketProps) {
  const { t } = useTranslation('appointments');
  const { time, day } = useWhen();
  const { start, end, branch, reason, adviser, status } = visit;
  const hours = t('hours', { from: time(start, branch.zone), to: time(end, branch.zone) });
  return (
    <Ticket start={start} zone={branch.zone} faded={over.includes(status)}>
      <TicketTime>
        {linked ? (
          <Stretched to="/rendez-vous/$appointmentId" params={{ appointmentId: visit.id }}>
            <span className="visually-hidden">{capitalised(day(start, branch.zone, 'year'))}, </span>
            {hours}
            <span className="visually-hidden">
              , {reason.name}, {branch.name}
            </span>
          </Stretched>
        ) : (
          <>
            <span className="visually-hidden">{capitalised(day(start, branch.zone, 'year'))}, </span>
            {hours}
          </>
        )}
      </TicketTime>
      <p>
        <strong>{reason.name}</strong>
      </p>
      <Soft>{t('where', { branch: branch.name, adviser: adviser.displayName })}</Soft>
      {status !== 'BOOKED' && <Tag>{t(`status.${status}`)}</Tag>}
    </Ticket>
  );
}
