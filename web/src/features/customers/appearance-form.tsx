import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, Choice } from '@/components/fields';
import { Stack } from '@/components/layout';
import { appearance, changeAppearance, watchAppearance } from '@/theme/appearance';

const schemes = ['system', 'light', 'dark'] as const;

/** How Guichet looks on this device. Nothing to confirm: the page itself is the answer. */
export function AppearanceForm() {
  const { t } = useTranslation('customers');
  const { scheme, comfort, contrast } = useSyncExternalStore(watchAppearance, appearance);
  return (
    <Stack>
      <div>
        <Checkbox
          label={t('appearance.comfort')}
          hint={t('appearance.comfortHint')}
          checked={comfort}
          onChange={(event) => changeAppearance({ comfort: event.target.checked })}
        />
        <Checkbox
          label={t('appearance.contrast')}
          hint={t('appearance.contrastHint')}
          checked={contrast}
          onChange={(event) => changeAppearance({ contrast: event.target.checked })}
        />
      </div>
      <Choice
        label={t('appearance.scheme')}
        name="scheme"
        value={scheme}
        options={schemes.map((value) => ({ value, label: t(`appearance.schemes.${value}`) }))}
        onChange={(value) => changeAppearance({ scheme: value })}
      />
    </Stack>
  );
}
