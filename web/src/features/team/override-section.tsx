import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/fields';
import { Actions, Stack } from '@/components/layout';
import { ConflictDialog } from '@/components/staff/conflict-dialog';
import { PlusIcon } from '@/components/staff-icons';
import { Failure } from '@/components/states';
import { removeOverride, setOverride } from '@/generated/sdk.gen';
import type { AdviserDetail } from '@/generated/types.gen';
import { capitalised, formatClock } from '@/lib/time/format';
import { isLocalDate, type LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { IntervalsField } from '@/components/staff/intervals-field';
import { problemOf, type Interval } from '@/components/staff/intervals';
import { useAdviserChange } from './use-adviser-change';
import { useDifferences } from './use-differences';

const List = styled('ul')({
  listStyle: 'none',
  margin: '8px 0 16px',
  '&:not(:empty)': { borderBottom: '1px solid var(--line)' },
  '& li': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 24px',
    padding: '6px 0',
    borderTop: '1px solid var(--line)',
  },
  '& button': { marginLeft: 'auto' },
});

type Change = { date: LocalDate; intervals: Interval[] | undefined };

/** Single days whose hours are not those of the usual week. */
export function OverrideSection({ adviser, today }: { adviser: AdviserDetail; today: LocalDate }) {
  const { t } = useTranslation('team');
  const { t: ts } = useTranslation('staff');
  const { date: written, language } = useWhen();
  const differences = useDifferences();
  const [draft, setDraft] = useState<{ date: string; intervals: Interval[] }>();
  const [asked, setAsked] = useState(false);
  const change = useAdviserChange(
    adviser,
    t('override.saved'),
    ({ id }, headers, { date, intervals }: Change) =>
      intervals === undefined
        ? removeOverride({ path: { id, date }, headers })
        : setOverride({ path: { id, date }, headers, body: { intervals } }),
    () => {
      setDraft(undefined);
      setAsked(false);
    },
  );
  const coming = adviser.overrides.filter(({ date }) => date >= today).sort((a, b) => a.date.localeCompare(b.date));
  const told = (intervals: readonly Interval[]) =>
    intervals.length === 0
      ? t('override.off')
      : intervals
          .map(({ from, to }) =>
            ts('hours.span', {
              from: formatClock(from.slice(0, 5), language),
              to: formatClock(to.slice(0, 5), language),
            }),
          )
          .join(', ');
  const dated = draft !== undefined && isLocalDate(draft.date);
  const sound = draft?.intervals.every((_, index) => problemOf(draft.intervals, index) === null) ?? false;

  return (
    <>
      {change.error !== null && <Failure key={change.attempt} error={change.error} focused />}
      {coming.length === 0 && <p>{t('override.none')}</p>}
      <List role="list">
        {coming.map(({ date, intervals }) => (
          <li key={date}>
            <strong>{capitalised(written(date))}</strong>
            <span>{told(intervals)}</span>
            <Button
              variant="text"
              disabled={change.pending}
              aria-label={t('override.removeWhat', { day: written(date) })}
              onClick={() => change.save({ date, intervals: undefined })}
            >
              {t('override.remove')}
            </Button>
          </li>
        ))}
      </List>
      {draft === undefined ? (
        <Button
          variant="outlined"
          startIcon={<PlusIcon />}
          onClick={() => setDraft({ date: '', intervals: [{ from: '09:00', to: '12:30' }] })}
        >
          {t('override.add')}
        </Button>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(true);
            if (dated && sound) change.save(draft);
          }}
        >
          <Stack gap={2}>
            <div style={{ maxWidth: '14rem' }}>
              <DateField
                label={t('override.date')}
                min={today}
                value={draft.date}
                error={asked && !dated ? t('override.dateMissing') : undefined}
                onChange={(date) => setDraft({ ...draft, date })}
              />
            </div>
            <fieldset>
              <legend>{t('override.hours')}</legend>
              <IntervalsField
                day={dated ? written(draft.date) : t('override.date')}
                intervals={draft.intervals}
                onChange={(intervals) => setDraft({ ...draft, intervals })}
              />
              {draft.intervals.length === 0 && <p>{capitalised(t('override.off'))}</p>}
            </fieldset>
            <Actions>
              <Button type="submit" variant="contained" disabled={change.pending}>
                {t('override.save')}
              </Button>
              <Button variant="outlined" onClick={() => setDraft(undefined)}>
                {t('pattern.cancel')}
              </Button>
            </Actions>
          </Stack>
        </form>
      )}
      {change.conflict !== undefined && (
        <ConflictDialog
          changes={differences(adviser, change.conflict)}
          onKeep={() => change.settle(true)}
          onTake={() => change.settle(false)}
          onClose={change.dismiss}
        />
      )}
    </>
  );
}
