import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperIcon, PhoneIcon } from '@/components/icons';
import { Notice } from '@/components/notice';
import { Failure, Loading } from '@/components/states';
import { appointmentHistoryOptions } from '@/generated/@tanstack/react-query.gen';
import type { Appointment, HistoryEntry, Standing, NeedingAction } from '@/generated/types.gen';
import { formatPhone } from '@/lib/phone';
import { useMay } from '@/lib/use-may';
import { capitalised } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';
import { StatusMark } from './status';
import { AllActs, NextStep } from './visit-acts';
import { useVisitWords } from './words';

const Sheet = styled('div')({ display: 'grid', gap: 16 });

const Name = styled('p')(({ theme }) => ({ ...theme.typography.h2, fontSize: '1.375rem' }));

const Facts = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: '6px 16px',
  '& dt': { color: 'var(--ink-soft)' },
});

const Papers = styled('ul')({
  listStyle: 'none',
  '& li': { display: 'flex', gap: 8, alignItems: 'flex-start', paddingBlock: 2 },
  '& svg': { width: '1.15em', height: '1.15em', marginTop: 3, color: 'var(--ink-soft)' },
});

const Call = styled('a')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 32,
  fontVariantNumeric: 'tabular-nums',
  '& svg': { width: '1.15em', height: '1.15em' },
  '@media (pointer: coarse)': { minHeight: 'var(--target)' },
});

export interface VisitDetailsProps {
  visit: Appointment;
  /** Why it cannot stay as it is, when it cannot. */
  cause?: NeedingAction['cause'] | undefined;
  /** Above the name: what this panel shows, such as "Prochain rendez-vous". */
  title?: ReactNode;
}

/** One visit in full, with all that can be done about it. */
export function VisitDetails({ visit, cause, title }: VisitDetailsProps) {
  const { t } = useTranslation('visits');
  const words = useVisitWords();
  const { customer, reason, adviser, status } = visit;
  const opens = useMay('appointmentHistory');
  return (
    <Sheet>
      <div>
        {title}
        <Name>{customer.displayName}</Name>
        <StatusMark status={status} />
      </div>
      {cause !== undefined && <Notice tone="warn" title={t(`why.${cause}`)} />}
      <AllActs visit={visit} />
      <Facts>
        <dt>{t('details.when')}</dt>
        <dd>
          {words.day(visit)}
          <br />
          {words.span(visit)} ({words.duration(visit)})
        </dd>
        <dt>{t('details.reason')}</dt>
        <dd>{reason.name}</dd>
        <dt>{t('details.adviser')}</dt>
        <dd>{adviser.displayName}</dd>
        <dt>{t('details.phone')}</dt>
        <dd>
          <CallLink customer={customer} />
        </dd>
        <dt>{t('details.papers')}</dt>
        <dd>
          {reason.requiredDocuments.length === 0 ? (
            t('details.noPapers')
          ) : (
            <Papers role="list">
              {reason.requiredDocuments.map((paper) => (
                <li key={paper}>
                  <PaperIcon />
                  {paper}
                </li>
              ))}
            </Papers>
          )}
        </dd>
      </Facts>
      {opens && <History key={visit.id} visit={visit} />}
    </Sheet>
  );
}

/** The number to call, which a telephone calls by itself. */
export function CallLink({ customer }: { customer: Appointment['customer'] }) {
  const { t } = useTranslation('visits');
  if (customer.phone == null) return <>{t('details.noPhone')}</>;
  const phone = formatPhone(customer.phone);
  return (
    <Call
      href={`tel:${customer.phone.replaceAll(/[^+\d]/g, '')}`}
      aria-label={t('details.call', { customer: customer.displayName, phone })}
    >
      <PhoneIcon />
      {phone}
    </Call>
  );
}

const Glance = styled('div')({ display: 'grid', gap: 8, '& small': { fontSize: '0.9rem', color: 'var(--ink-soft)' } });

/** What is needed in passing: who, when, why, and the next step. */
export function VisitGlance({ visit, title }: Pick<VisitDetailsProps, 'visit' | 'title'>) {
  const { t } = useTranslation('visits');
  const words = useVisitWords();
  const { customer, reason, status } = visit;
  return (
    <Glance>
      <div>
        {title}
        <Name>{customer.displayName}</Name>
        <StatusMark status={status} />
      </div>
      <p>
        {words.span(visit)}
        <br />
        {reason.name}
        <br />
        <small>{reason.requiredDocuments.join(', ') || t('details.noPapers')}</small>
      </p>
      <div>
        <CallLink customer={customer} />
      </div>
      <NextStep visit={visit} fullWidth />
    </Glance>
  );
}

const Fold = styled('details')({
  borderTop: '1px solid var(--line)',
  '& summary': { display: 'list-item', paddingBlock: 10, cursor: 'pointer', color: 'var(--ink-soft)' },
});

const Entries = styled('ol')({
  listStyle: 'none',
  '& li': { padding: '6px 0 6px 16px', borderLeft: '2px solid var(--line-strong)' },
  '& small': { display: 'block', fontSize: '0.875rem', color: 'var(--ink-soft)' },
});

function History({ visit }: { visit: Appointment }) {
  const { t } = useTranslation('visits');
  const [open, setOpen] = useState(false);
  const history = useQuery({ ...appointmentHistoryOptions({ path: { id: visit.id } }), enabled: open });
  return (
    <Fold onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('details.history')}</summary>
      {history.isPending && open && <Loading lines={2} />}
      {history.isError && <Failure error={history.error} retry={() => void history.refetch()} />}
      <Entries role="list">
        {history.data?.map((entry) => (
          <Entry key={`${entry.at} ${entry.what}`} entry={entry} zone={visit.branch.zone} />
        ))}
      </Entries>
    </Fold>
  );
}

function Entry({ entry, zone }: { entry: HistoryEntry; zone: string }) {
  const { t } = useTranslation('visits');
  const { dayTime } = useWhen();
  const written = ({ start, adviserName }: Standing) => `${dayTime(start, zone, 'short')}, ${adviserName}`;
  return (
    <li>
      {t(`history.${entry.what}`, { defaultValue: t('history.other') })}{' '}
      {entry.byName == null ? t(`history.by${entry.by}`) : t('history.by', { name: entry.byName })}
      {entry.from != null && entry.to != null && (
        <small>{t('history.fromTo', { from: written(entry.from), to: written(entry.to) })}</small>
      )}
      {entry.reason != null && <small>{entry.reason}</small>}
      <small>{capitalised(dayTime(entry.at, zone, 'short'))}</small>
    </li>
  );
}
