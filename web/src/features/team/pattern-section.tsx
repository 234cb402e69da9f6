import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Actions } from '@/components/layout';
import { ConflictDialog } from '@/components/staff/conflict-dialog';
import { Failure } from '@/components/states';
import { changePattern, removePattern } from '@/generated/sdk.gen';
import type { AdviserDetail, Pattern } from '@/generated/types.gen';
import { addDays, mondayOf, type LocalDate } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { WeekTable } from '@/components/staff/week-table';
import { draftOf, patternOn, weekOf } from './pattern';
import { PatternEditor } from './pattern-editor';
import { useAdviserChange } from './use-adviser-change';
import { useDifferences } from './use-differences';

const Block = styled('div')({ '& + &': { marginTop: 24 }, '& > p': { marginBottom: 8 } });

const Tables = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: '16px 48px', marginBottom: 16 });

type Change = { saved: Pattern; removed?: never } | { saved?: never; removed: LocalDate };

/** The hours in force and those to come; changing them starts new ones from a date, the past keeps its own. */
export function PatternSection({ adviser, today }: { adviser: AdviserDetail; today: LocalDate }) {
  const { t } = useTranslation('team');
  const { date } = useWhen();
  const differences = useDifferences();
  const [edited, setEdited] = useState<{ pattern: Pattern | undefined; validFrom: LocalDate }>();
  const [removing, setRemoving] = useState<LocalDate>();
  const change = useAdviserChange(
    adviser,
    t('pattern.saved'),
    ({ id }, headers, { saved, removed }: Change) =>
      removed === undefined
        ? changePattern({ path: { id }, headers, body: saved })
        : removePattern({ path: { id, validFrom: removed }, headers }),
    () => setEdited(undefined),
  );
  const current = patternOn(adviser.patterns, today);
  const future = adviser.patterns.filter(({ validFrom }) => validFrom > today);
  const nextMonday = addDays(mondayOf(today), 7);

  return (
    <>
      {change.error !== null && <Failure key={change.attempt} error={change.error} focused />}
      {edited === undefined ? (
        <>
          <Block>
            {current === undefined ? (
              <p>{t('pattern.none')}</p>
            ) : (
              <>
                <p>{t('pattern.current', { date: date(current.validFrom, 'year') })}</p>
                <Weeks pattern={current} today={today} />
              </>
            )}
            <Button variant="outlined" onClick={() => setEdited({ pattern: current, validFrom: nextMonday })}>
              {t('pattern.edit')}
            </Button>
          </Block>
          {future.map((pattern) => (
            <Block key={pattern.validFrom}>
              <p>
                <strong>{t('pattern.future', { date: date(pattern.validFrom, 'year') })}</strong>
              </p>
              <Weeks pattern={pattern} today={today} />
              <Actions>
                <Button variant="outlined" onClick={() => setEdited({ pattern, validFrom: pattern.validFrom })}>
                  {t('pattern.editFuture')}
                </Button>
                <Button
                  variant="text"
                  color="warning"
                  aria-label={t('pattern.removeWhat', { date: date(pattern.validFrom, 'year') })}
                  onClick={() => setRemoving(pattern.validFrom)}
                >
                  {t('pattern.remove')}
                </Button>
              </Actions>
            </Block>
          ))}
        </>
      ) : (
        <PatternEditor
          pattern={edited.pattern}
          validFrom={edited.validFrom}
          pending={change.pending}
          onSave={(saved) => change.save({ saved })}
          onCancel={() => setEdited(undefined)}
        />
      )}
      {removing !== undefined && (
        <Dialog
          open
          title={t('pattern.removeTitle')}
          onClose={() => setRemoving(undefined)}
          actions={
            <>
              <Button
                variant="contained"
                color="warning"
                disabled={change.pending}
                onClick={() => {
                  setRemoving(undefined);
                  change.save({ removed: removing });
                }}
              >
                {t('pattern.removeConfirm')}
              </Button>
              <Button variant="outlined" onClick={() => setRemoving(undefined)}>
                {t('pattern.removeKeep')}
              </Button>
            </>
          }
        >
          <p>{t('pattern.removeDetail', { date: date(removing, 'year') })}</p>
        </Dialog>
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

function Weeks({ pattern, today }: { pattern: Pattern; today: LocalDate }) {
  const { t } = useTranslation('team');
  const { weeks } = draftOf(pattern, pattern.validFrom);
  const now = pattern.validFrom <= today ? weekOf(pattern, today) : undefined;
  return (
    <Tables>
      {weeks.map((week, index) => (
        <WeekTable
          key={index}
          week={week}
          title={
            weeks.length === 1
              ? undefined
              : t(now === index + 1 ? 'pattern.weekNow' : 'pattern.week', { number: index + 1 })
          }
        />
      ))}
    </Tables>
  );
}
