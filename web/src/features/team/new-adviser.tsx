import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Dialog } from '@/components/dialog';
import { Stack } from '@/components/layout';
import { Failure } from '@/components/states';
import { refreshCalendars } from '@/components/visits/acts';
import { addAdviser } from '@/generated/sdk.gen';
import type { AdviserDetail } from '@/generated/types.gen';
import { forgetIntent, idempotencyKey } from '@/lib/api/headers';
import type { LocalDate } from '@/lib/time/local-date';
import { DAYS, emptyWeek } from '@/components/staff/intervals';
import { patternOf } from './pattern';
import { ProfileFields, type Profile } from './profile-fields';

const ordinary = DAYS.slice(1, 5);

export interface NewAdviserProps {
  branchId: string;
  today: LocalDate;
  onClose: () => void;
  onAdded: (adviser: AdviserDetail) => void;
}

/** A name and skills are enough to begin with; the hours are those of most branches, and can be changed. */
export function NewAdviser({ branchId, today, onClose, onAdded }: NewAdviserProps) {
  const { t } = useTranslation('team');
  const client = useQueryClient();
  const [profile, setProfile] = useState<Profile>({ displayName: '', skills: [], languages: ['fr'] });
  const [asked, setAsked] = useState(false);
  const adding = useMutation({
    mutationFn: async () => {
      const week = emptyWeek();
      for (const day of ordinary)
        week[day] = [
          { from: '09:00', to: '12:30' },
          { from: '14:00', to: '18:00' },
        ];
      const body = {
        branchId,
        displayName: profile.displayName.trim(),
        skills: [...profile.skills],
        languages: [...profile.languages],
        pattern: patternOf({ validFrom: today, weeks: [week] }),
      };
      const intent = `new adviser ${JSON.stringify(body)}`;
      const { data } = await addAdviser({ body, headers: idempotencyKey(intent) });
      forgetIntent(intent);
      return data;
    },
    onSuccess: async (adviser) => {
      announce(t('new.saved', { name: adviser.displayName }));
      await Promise.all([
        refreshCalendars(client),
        client.invalidateQueries({ queryKey: [{ _id: 'listBranchAdvisers' }] }),
      ]);
      onAdded(adviser);
    },
  });
  return (
    <Dialog
      open
      title={t('new.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="contained"
            disabled={adding.isPending}
            onClick={() => {
              setAsked(true);
              if (profile.displayName.trim() !== '') adding.mutate();
            }}
          >
            {t('new.save')}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('new.close')}
          </Button>
        </>
      }
    >
      <Stack gap={2}>
        {adding.isError && <Failure key={adding.submittedAt} error={adding.error} focused />}
        <ProfileFields profile={profile} asked={asked} onChange={setProfile} />
        <p>{t('new.week')}</p>
      </Stack>
    </Dialog>
  );
}
