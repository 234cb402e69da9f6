import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, DateField } from '@/components/fields';
import { Actions, Stack } from '@/components/layout';
import { Notice } from '@/components/notice';
import { WeekFields } from '@/components/staff/week-fields';
import type { Pattern } from '@/generated/types.gen';
import { isLocalDate, mondayOf } from '@/lib/time/local-date';
import { useWhen } from '@/lib/time/use-when';
import { alternate, draftOf, isSoundPattern, moveTo, patternOf, setWeek, type PatternDraft } from './pattern';

const Weeks = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 30rem), 1fr))',
  gap: '24px 48px',
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
  const sound = isSoundPattern(draft);
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
          <DateField
            label={t('pattern.from')}
            value={draft.validFrom}
            onChange={(date) => setDraft(isLocalDate(date) ? moveTo(draft, date) : draft)}
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
              onChange={(changed) => setDraft(setWeek(draft, index, changed))}
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
