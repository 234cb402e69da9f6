import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions } from '@/components/layout';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import type { SlotSearch } from '@/components/slots/search';
import { Failure } from '@/components/states';
import { useVisitWords } from '@/components/visits/words';
import {
  getCustomerOptions,
  getCustomerQueryKey,
  listBranchAdvisersOptions,
  listReasonsOptions,
} from '@/generated/@tanstack/react-query.gen';
import type { Appointment } from '@/generated/types.gen';
import { omit } from '@/lib/omit';
import { capitalised } from '@/lib/time/format';
import type { LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { ChooseReason } from './choose-reason';
import { ChooseSlot } from './choose-slot';
import { ConfirmBooking } from './confirm-booking';
import { contactOf, FindCustomer, nameOf } from './find-customer';

/** Every choice lives in the address: a reload, a link or "back" finds it again. */
export interface BookSearch extends SlotSearch {
  client?: string;
  motif?: string;
  conseiller?: string;
  /** The hour that was touched in a calendar. */
  heure?: string;
  /** The chosen start. */
  creneau?: string;
}

export interface BookScreenProps {
  branchId: string;
  zone: string;
  search: BookSearch;
  onSearch: (change: BookSearch) => void;
  dayLink: (visit: Appointment, date: LocalDate, children: ReactNode) => ReactNode;
  /** The way to the customer's record. */
  recordLink: (customerId: string) => ReactNode;
  before?: ReactNode;
}

/** Four questions on one page: who, why, when, and is that right? Each answer can be taken back. */
export function BookScreen({ branchId, zone, search, onSearch, dayLink, recordLink, before }: BookScreenProps) {
  const { t } = useTranslation('staff-booking');
  const { dayTime } = useWhen();
  const client = useQueryClient();
  const [booked, setBooked] = useState<Appointment>();
  const { client: customerId, motif, conseiller, heure, creneau, jour } = search;
  const customer = useQuery({
    ...getCustomerOptions({ path: { id: customerId ?? '' } }),
    enabled: customerId !== undefined,
  });
  const reasons = useQuery({
    ...listReasonsOptions({ query: { branch: branchId } }),
    enabled: motif !== undefined,
  });
  const advisers = useQuery({
    ...listBranchAdvisersOptions({ path: { id: branchId } }),
    enabled: conseiller !== undefined,
  });
  const who = customerId === undefined ? undefined : customer.data;
  const reason = reasons.data?.find(({ id }) => id === motif);
  const adviser = advisers.data?.find(({ id }) => id === conseiller);
  const without = (...keys: (keyof BookSearch)[]) => omit(search, ...keys);

  if (booked !== undefined) {
    return (
      <Booked
        visit={booked}
        email={who?.email ?? undefined}
        dayLink={dayLink}
        onAnother={() => {
          setBooked(undefined);
          onSearch({});
        }}
        onSame={() => {
          setBooked(undefined);
          onSearch(customerId === undefined ? {} : { client: customerId });
        }}
      />
    );
  }

  return (
    <Page title={who === undefined ? t('title') : t('titleFor', { customer: nameOf(who) })} before={before}>
      <Step
        title={t('who.title')}
        answer={who === undefined ? undefined : [nameOf(who), contactOf(who)].filter(Boolean).join(' · ')}
        onChange={() => onSearch(without('client'))}
        more={who !== undefined && recordLink(who.id)}
        asked
      >
        {customer.isError && <Failure error={customer.error} retry={() => void customer.refetch()} />}
        {customerId === undefined && (
          <FindCustomer
            branchId={branchId}
            onFound={(found) => {
              client.setQueryData(getCustomerQueryKey({ path: { id: found.id } }), found);
              onSearch({ ...search, client: found.id });
            }}
          />
        )}
      </Step>
      <Step
        title={t('why.title')}
        answer={reason?.name}
        onChange={() => onSearch(without('motif', 'creneau'))}
        asked={who !== undefined}
      >
        {motif === undefined && (
          <ChooseReason branchId={branchId} onChoose={({ id }) => onSearch({ ...search, motif: id })} />
        )}
      </Step>
      <Step
        title={t('when.title')}
        answer={creneau === undefined ? undefined : capitalised(dayTime(creneau, zone))}
        onChange={() => onSearch(without('creneau'))}
        asked={who !== undefined && reason !== undefined}
      >
        {reason !== undefined && (
          <ChooseSlot
            branchId={branchId}
            zone={zone}
            reason={reason}
            adviserId={conseiller}
            wish={heure !== undefined && jour !== undefined ? { date: jour, time: heure } : undefined}
            search={search}
            onSearch={(change) => onSearch({ ...without('jour', 'moment', 'vue', 'heure'), ...change })}
            onAdviser={(id) =>
              onSearch({ ...without('conseiller', 'heure'), ...(id !== undefined && { conseiller: id }) })
            }
            onPick={(start) => onSearch({ ...search, creneau: start })}
          />
        )}
      </Step>
      {who !== undefined && reason !== undefined && creneau !== undefined && (
        <Step title={t('confirm.title')} asked>
          <ConfirmBooking
            branchId={branchId}
            zone={zone}
            customer={who}
            reason={reason}
            adviser={adviser}
            start={creneau}
            onPick={(start) => onSearch({ ...search, creneau: start })}
            onBooked={setBooked}
          />
        </Step>
      )}
    </Page>
  );
}

const Part = styled('section')({
  maxWidth: '60rem',
  padding: '16px 0',
  borderTop: '1px solid var(--line)',
  '& h2': { fontSize: '1.0625rem' },
});

const Answer = styled('div')({
  display: 'grid',
  gridTemplateColumns: '6rem minmax(0, 1fr) auto',
  gridTemplateAreas: '"title answer change"',
  alignItems: 'center',
  gap: '0 16px',
  marginBlock: -8,
  '& h2': { gridArea: 'title', color: 'var(--ink-soft)', fontWeight: 400 },
  '& p': { gridArea: 'answer', fontWeight: 650 },
  '& button': { gridArea: 'change', marginRight: -12 },
  '@media (max-width: 43rem)': {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateAreas: '"title change" "answer answer"',
  },
});

interface StepProps {
  title: string;
  answer?: string | undefined;
  onChange?: () => void;
  /** What else there is to know of the answer. */
  more?: ReactNode;
  /** Its turn has come. */
  asked: boolean;
  children: ReactNode;
}

function Step({ title, answer, onChange, more, asked, children }: StepProps) {
  const { t } = useTranslation('staff-booking');
  const heading = useRef<HTMLHeadingElement>(null);
  const open = asked && answer === undefined;
  const wasOpen = useRef(open);

  // The next question takes the focus when the one before is answered.
  useEffect(() => {
    if (open && !wasOpen.current) heading.current?.focus();
    wasOpen.current = open;
  }, [open]);

  if (answer !== undefined) {
    return (
      <Part>
        <Answer>
          <h2>{title}</h2>
          <p>
            {answer}
            {more}
          </p>
          <Button variant="text" aria-label={t('changeWhat', { what: title })} onClick={onChange}>
            {t('change')}
          </Button>
        </Answer>
      </Part>
    );
  }
  if (!asked) return null;
  return (
    <Part>
      <h2 ref={heading} tabIndex={-1} style={{ marginBottom: 8 }}>
        {title}
      </h2>
      {children}
    </Part>
  );
}

interface BookedProps {
  visit: Appointment;
  email: string | undefined;
  dayLink: BookScreenProps['dayLink'];
  onAnother: () => void;
  onSame: () => void;
}

function Booked({ visit, email, dayLink, onAnother, onSame }: BookedProps) {
  const { t } = useTranslation('staff-booking');
  const { day, dayTime } = useWhen();
  const words = useVisitWords();
  const { customer, adviser, branch, start, reason } = visit;
  const date = start.slice(0, 10);
  return (
    <Page title={t('done.title')}>
      <Notice
        focused
        title={t('done.detail', {
          customer: customer.displayName,
          when: dayTime(start, branch.zone),
          adviser: adviser.displayName,
        })}
      >
        <p>
          {reason.name}, {words.duration(visit)}
        </p>
        {reason.requiredDocuments.length > 0 && (
          <p>{t('why.papers', { papers: reason.requiredDocuments.join(', ') })}</p>
        )}
        {email === undefined && <p>{t('done.noEmail')}</p>}
      </Notice>
      <Actions style={{ marginTop: 24 }}>
        <Button variant="contained" onClick={onAnother}>
          {t('done.another')}
        </Button>
        <Button variant="outlined" onClick={onSame}>
          {t('done.same', { customer: customer.displayName })}
        </Button>
        <span title={day(start, branch.zone)}>{dayLink(visit, date, t('done.day'))}</span>
      </Actions>
    </Page>
  );
}
