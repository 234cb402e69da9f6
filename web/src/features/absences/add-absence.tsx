import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Choice, SelectField } from '@/components/fields';
import { Stack } from '@/components/layout';
import { Notice } from '@/components/notice';
import { isPeriod, periodOf, type Period, type PeriodDraft } from '@/components/staff/period';
import { PeriodFields } from '@/components/staff/period-fields';
import { Failure } from '@/components/states';
import { refreshCalendars } from '@/components/visits/acts';
import { isLive } from '@/components/visits/colleagues';
import { useVisitWords } from '@/components/visits/words';
import { adviserCalendarOptions } from '@/generated/@tanstack/react-query.gen';
import { addAbsence } from '@/generated/sdk.gen';
import type { AddAbsence, AdviserCalendar, AdviserSummary, Appointment } from '@/generated/types.gen';
import { forgetIntent, idempotencyKey } from '@/lib/api/headers';
import { capitalised } from '@/lib/time/format';
import { addDays, daysBetween, type LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { clockIn, dateIn } from '@/lib/time/zones';

const kinds = ['PLANNED', 'UNPLANNED', 'TRAINING'] as const satisfies readonly AddAbsence['kind'][];

/** A calendar answers for five weeks at most; what lies beyond shows up in the list of visits needing action. */
const LOOK_AHEAD = 34;

export interface AddAbsenceFormProps {
  advisers: readonly Pick<AdviserSummary, 'id' | 'displayName'>[];
  /** Whose absence is added at first. */
  adviserId: string;
  today: LocalDate;
  onAdviser: (adviserId: string) => void;
}

/** Says which visits an absence would touch before it is recorded. */
export function AddAbsenceForm({ advisers, adviserId, today, onAdviser }: AddAbsenceFormProps) {
  const { t } = useTranslation('absences');
  const client = useQueryClient();
  const start: PeriodDraft = { wholeDays: true, first: today, last: today, from: '14:00', to: '18:00' };
  const [draft, setDraft] = useState(start);
  const [kind, setKind] = useState<AddAbsence['kind']>('PLANNED');
  const [asked, setAsked] = useState(false);
  const period = periodOf(draft);
  const wrong = asked && !isPeriod(period) ? period : undefined;
  const recording = useMutation({
    mutationFn: async (body: AddAbsence) => {
      const intent = `absence ${adviserId} ${JSON.stringify(body)}`;
      await addAbsence({ path: { id: adviserId }, body, headers: idempotencyKey(intent) });
      forgetIntent(intent);
    },
    onSuccess: async () => {
      announce(t('add.saved'));
      setDraft(start);
      setAsked(false);
      await Promise.all([refreshCalendars(client), client.invalidateQueries({ queryKey: [{ _id: 'listAbsences' }] })]);
    },
  });
  const submit = () => {
    setAsked(true);
    if (isPeriod(period)) recording.mutate({ ...period, kind });
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap={2}>
        {recording.isError && <Failure key={recording.submittedAt} error={recording.error} focused />}
        {advisers.length > 1 && (
          <SelectField label={t('add.who')} value={adviserId} onChange={({ target }) => onAdviser(target.value)}>
            {advisers.map(({ id, displayName }) => (
              <option key={id} value={id}>
                {displayName}
              </option>
            ))}
          </SelectField>
        )}
        <Choice
          label={t('add.kind')}
          name="absence-kind"
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={setKind}
        />
        <PeriodFields draft={draft} today={today} wrong={wrong} onChange={setDraft} />
        {isPeriod(period) && <Touched adviserId={adviserId} period={period} />}
        <div>
          <Button type="submit" variant="contained" disabled={recording.isPending}>
            {t('add.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

const Few = styled('ul')({ listStyle: 'none', '& li': { paddingBlock: 2 } });

function Touched({ adviserId, period }: { adviserId: string; period: Period }) {
  const { t } = useTranslation('absences');
  const words = useVisitWords();
  const { day } = useWhen();
  const from = period.from.slice(0, 10);
  const to = period.to.slice(0, 10);
  const until = daysBetween(from, to) > LOOK_AHEAD ? addDays(from, LOOK_AHEAD) : to;
  const calendar = useQuery(adviserCalendarOptions({ path: { id: adviserId }, query: { from, to: until } }));
  if (calendar.data === undefined) return null;
  const visits = touched(calendar.data, period);
  if (visits.length === 0) return <p role="status">{t('add.free')}</p>;
  return (
    <Notice tone="warn" title={t('add.touched', { count: visits.length })}>
      <Few role="list">
        {visits.slice(0, 5).map((visit) => (
          <li key={visit.id}>
            {capitalised(day(visit.start, visit.branch.zone, 'short'))}, {words.time(visit)},{' '}
            {visit.customer.displayName}
          </li>
        ))}
        {visits.length > 5 && <li>…</li>}
      </Few>
      <p>{t('add.touchedDetail')}</p>
    </Notice>
  );
}

function touched({ days, zone }: AdviserCalendar, { from, to }: Period): Appointment[] {
  const local = (instant: string) => `${dateIn(zone, instant)}T${clockIn(zone, instant)}`;
  return days
    .flatMap(({ appointments }) => appointments)
    .filter((visit) => isLive(visit) && local(visit.start) < to && from < local(visit.end));
}
