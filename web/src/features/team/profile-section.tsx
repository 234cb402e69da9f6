import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/fields';
import { Stack } from '@/components/layout';
import { ConflictDialog } from '@/components/staff/conflict-dialog';
import { Failure } from '@/components/states';
import { changeAdviser } from '@/generated/sdk.gen';
import type { AdviserDetail, ChangeAdviser } from '@/generated/types.gen';
import { ProfileFields } from './profile-fields';
import { useAdviserChange } from './use-adviser-change';
import { useDifferences } from './use-differences';

/** Who he is to customers, what he can do, and whether he is still here. */
export function ProfileSection({ adviser }: { adviser: AdviserDetail }) {
  const { t } = useTranslation('team');
  const differences = useDifferences();
  const [draft, setDraft] = useState<ChangeAdviser>();
  const [asked, setAsked] = useState(false);
  const { displayName, skills, languages, active } = adviser;
  const shown = draft ?? { displayName, skills, languages, active };
  const change = useAdviserChange(
    adviser,
    t('profile.saved'),
    ({ id }, headers, body: ChangeAdviser) => changeAdviser({ path: { id }, headers, body }),
    () => setDraft(undefined),
  );

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (shown.displayName.trim() !== '') change.save(shown);
      }}
    >
      <Stack gap={2}>
        {change.error !== null && <Failure key={change.attempt} error={change.error} focused />}
        <ProfileFields
          profile={shown}
          asked={asked}
          onChange={(profile) =>
            setDraft({ ...shown, ...profile, skills: [...profile.skills], languages: [...profile.languages] })
          }
        />
        <Checkbox
          label={t('profile.active')}
          hint={t('profile.activeHint')}
          checked={shown.active}
          onChange={({ target }) => setDraft({ ...shown, active: target.checked })}
        />
        <div>
          <Button type="submit" variant="contained" disabled={draft === undefined || change.pending}>
            {t('profile.save')}
          </Button>
        </div>
      </Stack>
      {change.conflict !== undefined && (
        <ConflictDialog
          changes={differences(adviser, change.conflict)}
          onKeep={() => change.settle(true)}
          onTake={() => change.settle(false)}
          onClose={change.dismiss}
        />
      )}
    </form>
  );
}
