import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Choice, SelectField, TextField } from '@/components/fields';
import { Actions, Stack } from '@/components/layout';
import { Notice } from '@/components/notice';
import { ConflictDialog, differences } from '@/components/staff/conflict-dialog';
import { isSound, weekFrom, type Week } from '@/components/staff/intervals';
import { WeekFields } from '@/components/staff/week-fields';
import { Failure } from '@/components/states';
import { refreshCalendars } from '@/components/visits/acts';
import { getBranchQueryKey } from '@/generated/@tanstack/react-query.gen';
import { changeBranch } from '@/generated/sdk.gen';
import type { BranchDetail, ChangeBranch } from '@/generated/types.gen';
import { ifMatch } from '@/lib/api/headers';
import { isProblem } from '@/lib/api/problems';
import { isPlain, osmOf } from './osm';

/** Opening hours as OpenStreetMap writes them: no language's punctuation. */
const HOURS_EXAMPLE = 'Mo 14:00-18:00; Tu-Fr 09:00-12:30,14:00-18:00; Sa 09:00-13:00';

const GRIDS = [5, 10, 15, 20, 30, 60];

interface Draft {
  name: string;
  phone: string;
  byDay: boolean;
  week: Week;
  text: string;
  gridMinutes: number;
  holidayRegion: BranchDetail['holidayRegion'];
}

export interface HoursFormProps {
  branch: BranchDetail;
  onDone: () => void;
}

/** Day by day for most; in OpenStreetMap's words for those who need seasons or exceptions. */
export function HoursForm({ branch, onDone }: HoursFormProps) {
  const { t } = useTranslation('branch-hours');
  const client = useQueryClient();
  const key = getBranchQueryKey({ path: { id: branch.id } });
  const [draft, setDraft] = useState<Draft>({
    name: branch.name,
    phone: branch.phone ?? '',
    byDay: isPlain(branch.openingHours),
    week: weekFrom(branch.week),
    text: branch.openingHours,
    gridMinutes: branch.gridMinutes,
    holidayRegion: branch.holidayRegion,
  });
  const [asked, setAsked] = useState(false);
  const [conflict, setConflict] = useState<BranchDetail>();
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const openingHours = draft.byDay ? osmOf(draft.week, branch.openingHours) : draft.text.trim();
  const sound = !draft.byDay || isSound(draft.week);
  const complete = sound && openingHours !== '' && draft.name.trim() !== '';

  const saving = useMutation({
    mutationFn: async (seen: BranchDetail) => {
      const body: ChangeBranch = {
        name: draft.name.trim(),
        ...(draft.phone.trim() !== '' && { phone: draft.phone.trim() }),
        openingHours,
        gridMinutes: draft.gridMinutes,
        holidayRegion: draft.holidayRegion,
        address: seen.address,
        ...(seen.position != null && { position: seen.position }),
        zone: seen.zone,
      };
      const { data } = await changeBranch({ path: { id: branch.id }, headers: ifMatch(seen), body });
      return data;
    },
    onSuccess: async (after) => {
      announce(t('form.saved'));
      client.setQueryData(key, after);
      onDone();
      await refreshCalendars(client);
    },
    onError: (error) => {
      if (isProblem(error, 'stale')) setConflict(error.current as BranchDetail);
    },
  });
  const refused = isProblem(saving.error, 'invalid-request') ? saving.error : undefined;
  const hoursError = refused?.fieldMessage('openingHours');

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (complete) saving.mutate(branch);
      }}
    >
      <Stack gap={2}>
        {saving.isError && hoursError === undefined && !isProblem(saving.error, 'stale') && (
          <Failure key={saving.submittedAt} error={saving.error} focused />
        )}
        <TextField
          label={t('form.name')}
          value={draft.name}
          maxLength={200}
          error={asked && draft.name.trim() === '' ? t('form.nameMissing') : refused?.fieldMessage('name')}
          onChange={({ target }) => change({ name: target.value })}
        />
        <TextField
          label={t('form.phone')}
          type="tel"
          value={draft.phone}
          maxLength={40}
          error={refused?.fieldMessage('phone')}
          onChange={({ target }) => change({ phone: target.value })}
        />
        <Choice
          label={t('form.how')}
          name="hours-how"
          value={draft.byDay ? 'days' : 'text'}
          options={[
            { value: 'days', label: t('form.byDay') },
            { value: 'text', label: t('form.asText') },
          ]}
          onChange={(how) => change(how === 'days' ? { byDay: true } : { byDay: false, text: openingHours })}
        />
        {draft.byDay && !isPlain(branch.openingHours) && <Notice tone="warn" title={t('form.notPlain')} />}
        {draft.byDay ? (
          <WeekFields week={draft.week} title={t('form.text')} onChange={(week) => change({ week })} />
        ) : (
          <TextField
            label={t('form.text')}
            hint={t('form.textHint', { example: HOURS_EXAMPLE })}
            value={draft.text}
            spellCheck={false}
            autoCapitalize="none"
            error={asked && openingHours === '' ? t('form.hoursMissing') : hoursError}
            onChange={({ target }) => change({ text: target.value })}
          />
        )}
        {draft.byDay && hoursError !== undefined && <Notice tone="warn" title={hoursError} />}
        {asked && !sound && <Notice tone="warn" title={t('form.check')} />}
        {asked && draft.byDay && openingHours === '' && <Notice tone="warn" title={t('form.hoursMissing')} />}
        <SelectField
          label={t('form.grid')}
          value={draft.gridMinutes}
          onChange={({ target }) => change({ gridMinutes: Number(target.value) })}
        >
          {[...new Set([...GRIDS, branch.gridMinutes])].map((count) => (
            <option key={count} value={count}>
              {t('form.minutes', { count })}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('form.region')}
          value={draft.holidayRegion}
          onChange={({ target }) => change({ holidayRegion: target.value as Draft['holidayRegion'] })}
        >
          <option value="FR">{t('form.FR')}</option>
          <option value="FR_ALSACE_MOSELLE">{t('form.FR_ALSACE_MOSELLE')}</option>
          <option value="FR_GUADELOUPE">{t('form.FR_GUADELOUPE')}</option>
          <option value="FR_GUYANE">{t('form.FR_GUYANE')}</option>
          <option value="FR_MARTINIQUE">{t('form.FR_MARTINIQUE')}</option>
          <option value="FR_MAYOTTE">{t('form.FR_MAYOTTE')}</option>
          <option value="FR_REUNION">{t('form.FR_REUNION')}</option>
        </SelectField>
        <Actions>
          <Button type="submit" variant="contained" disabled={saving.isPending}>
            {t('form.save')}
          </Button>
          <Button variant="outlined" onClick={onDone}>
            {t('form.cancel')}
          </Button>
        </Actions>
      </Stack>
      {conflict !== undefined && (
        <ConflictDialog
          changes={differences([
            { what: t('form.name'), before: branch.name, now: conflict.name },
            { what: t('form.phone'), before: branch.phone ?? '', now: conflict.phone ?? '' },
            { what: t('form.text'), before: branch.openingHours, now: conflict.openingHours },
            {
              what: t('form.grid'),
              before: t('form.minutes', { count: branch.gridMinutes }),
              now: t('form.minutes', { count: conflict.gridMinutes }),
            },
            {
              what: t('form.region'),
              before: t(`form.${branch.holidayRegion}`),
              now: t(`form.${conflict.holidayRegion}`),
            },
          ])}
          onKeep={() => {
            const seen = conflict;
            setConflict(undefined);
            saving.mutate(seen);
          }}
          onTake={() => {
            client.setQueryData(key, conflict);
            onDone();
          }}
          onClose={() => setConflict(undefined)}
        />
      )}
    </form>
  );
}
