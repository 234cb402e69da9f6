import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Stack } from '@/components/layout';
import { Page } from '@/components/page';
import { ReasonNotice } from './reason-notice';
import type { Refusal } from './reasons';

export interface ReturnedScreenProps {
  /** Why nothing came of it. */
  reason: Refusal | undefined;
  /** The way on; where there is none, the tab that somebody came from waits. */
  onLeave: (() => void) | undefined;
}

/** For those who are signed in and come back from the bank's sign-on: what came of it, and where to go on. */
export function ReturnedScreen({ reason, onLeave }: ReturnedScreenProps) {
  const { t } = useTranslation('identity');
  return (
    <Page
      title={t(reason === undefined ? 'returned.title' : 'returned.notDone')}
      lead={onLeave === undefined ? t('returned.lead') : undefined}
    >
      <Stack style={{ maxWidth: '40rem' }}>
        {reason !== undefined && <ReasonNotice reason={reason} />}
        {onLeave !== undefined && (
          <div>
            <Button variant="contained" size="large" onClick={onLeave}>
              {t('returned.onwards')}
            </Button>
          </div>
        )}
      </Stack>
    </Page>
  );
}
