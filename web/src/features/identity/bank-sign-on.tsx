import { useTranslation } from 'react-i18next';
import { SignOnButton } from '@/components/account/sign-on-button';
import { Hint } from '@/components/fields';
import { Stack } from '@/components/layout';

/** Where a tab ends that was opened for the sign-on. */
export const RETURNED = '/retour';

export interface BankSignOnProps {
  /** The page to come back to. */
  next: string | undefined;
  /** Whether this page has to stay as it is meanwhile. */
  apart: boolean;
  /** Whether there is no other way in. */
  only: boolean;
}

/** Coming in by the bank's own sign-on. */
export function BankSignOn({ next, apart, only }: BankSignOnProps) {
  const { t } = useTranslation('identity');
  return (
    <Stack gap={1}>
      <SignOnButton next={apart ? RETURNED : next} apart={apart} main={only}>
        {t('signOn.go')}
      </SignOnButton>
      <Hint>{t(apart ? 'signOn.goApart' : 'signOn.goHint')}</Hint>
    </Stack>
  );
}
