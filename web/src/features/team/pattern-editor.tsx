import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, TextField } from '@/components/fields';
import { Actions, Stack } from '@/components/layout';
import { Notice } from '@/components/notice';
import { CopyIcon } from '@/components/staff-icons';
import type { Pattern } from '@/generated/types.gen';
import { useLanguage } from '@/lib/i18n/use-language';
import { formatMinutes } from '@/lib/time/duration';
import { isLocalDate, mondayOf } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { IntervalsField } from './intervals-field';
import {
  alternate,
  copyToWorkedDays,
  DAYS,
  draftOf,
  isSound,
  minutesOf,
  moveTo,
  patternOf,
  setDay,
  type PatternDraft,
  type Week,
} from './pattern';

const Weeks = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 30rem), 1fr))',
  gap: '24px 48px',
});

const Days = styled('ul')({
  listStyle: 'none',
  '& li': {
    display: 'grid',
    gridTemplateColumns: '6rem minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: '0 8px',
    padding: '6px 0',
    borderTop: '1px solid var(--line)',
  },
  '& li > span': { paddingTop: 6 },
  '@media (max-width: 30rem)': {
    '& li': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
    '& li > div': { gridColumn: '1 / -1', gridRow: 2 },
  },
});

const Copy = styled(Button)({
  minWidth: 36,
  minHeight: 36,
  padding: 2,
  '@media (pointer: coarse)': { minWidth: 'var(--target)', minHeight: 'var(--target)' },
});

const WeekHead = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'baseline',
  paddingBottom: 6,
  '& h4': { margin: 0 },
  '& p': { color: 'var(--ink-soft)' },
});

export interface PatternEditorProps {
  pattern: Pattern | undefined;
  /** From when the new hours would hold, to begin with. */
  validFrom: string;
  pending: boolean;
  onSave: (pattern: Pattern) => void;
  onCancel: () => void;
}

/** Working hours week by week; a second week when they alternate. */
export function PatternEditor({ pattern, validFrom, pending, onSave, onCancel }: PatternEditorProps) {
  const { t } = useTranslation('team');
  const { date } = useWhen();
  const [draft, setDraft] = useState<PatternDraft>(() => draftOf(pattern, validFrom));
  const [asked, setAsked] = useState(false);
  const sound = isSound(draft);
  const alternating = draft.weeks.length === 2;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (sound) onSave(patternOf(draft));
      }}
    >
      <Stack gap={2}>
        <div style={{ maxWidth: '14rem' }}>
          <TextField
            label={t('pattern.from')}
            type="date"
            value={draft.validFrom}
            onChange={({ target }) => setDraft(isLocalDate(target.value) ? moveTo(draft, target.value) : draft)}
          />
        </div>
        <Choice
          label={t('pattern.rhythm')}
          name="pattern-rhythm"
          value={alternating ? 'two' : 'one'}
          options={[
            { value: 'one', label: t('pattern.everyWeek') },
            { value: 'two', label: t('pattern.everyOther') },
          ]}
          onChange={(rhythm) => setDraft(alternate(draft, rhythm === 'two'))}
        />
        {alternating && <p>{t('pattern.weekStarts', { date: date(mondayOf(draft.validFrom), 'dayMonth') })}</p>}
        <Weeks>
          {draft.weeks.map((week, index) => (
            <WeekFields
              key={index}
              week={week}
              title={alternating ? t('pattern.week', { number: index + 1 }) : t('pattern.title')}
              onDay={(day, intervals) => setDraft(setDay(draft, index, day, intervals))}
              onCopy={(day) => setDraft(copyToWorkedDays(draft, index, day))}
            />
          ))}
        </Weeks>
        {asked && !sound && <Notice tone="warn" title={t('pattern.check')} />}
        <Actions>
          <Button type="submit" variant="contained" disabled={pending}>
            {t('pattern.save')}
          </Button>
          <Button variant="outlined" onClick={onCancel}>
            {t('pattern.cancel')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

interface WeekFieldsProps {
  week: Week;
  title: string;
  onDay: (day: (typeof DAYS)[number], intervals: Week['MONDAY']) => void;
  onCopy: (day: (typeof DAYS)[number]) => void;
}

function WeekFields({ week, title, onDay, onCopy }: WeekFieldsProps) {
  const { t } = useTranslation('team');
  const language = useLanguage();
  const worked = DAYS.filter((day) => week[day].length > 0).length;
  return (
    <section aria-label={title}>
      <WeekHead>
        <h4>{title}</h4>
        <p aria-live="polite">{t('pattern.total', { duration: formatMinutes(minutesOf(week), language) })}</p>
      </WeekHead>
      <Days role="list">
        {DAYS.map((day) => {
          const name = t(`days.${day}`);
          return (
            <li key={day}>
              <span>{name}</span>
              <div>
                <IntervalsField day={name} intervals={week[day]} onChange={(intervals) => onDay(day, intervals)} />
              </div>
              {week[day].length > 0 && worked > 1 && (
                <Copy
                  variant="text"
                  color="inherit"
                  title={t('pattern.copy')}
                  aria-label={t('pattern.copyDay', { day: name })}
                  onClick={() => onCopy(day)}
                >
                  <CopyIcon />
                </Copy>
              )}
            </li>
          );
        })}
      </Days>
    </section>
  );
}
