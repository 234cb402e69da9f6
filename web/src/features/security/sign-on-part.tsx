import Button from '@mui/material/Button';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignOnButton } from '@/components/account/sign-on-button';
import { unlinkSignOn } from '@/generated/sdk.gen';
import type { SecurityOverview } from '@/generated/types.gen';
import { useSession } from '@/lib/session';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';
import { Ask } from './ask';
import { Explain, Part, type Done } from './part';
import { useChange } from './use-change';

/** The bank's own sign-on, where the bank has one. */
export function SignOnPart({ overview }: { overview: SecurityOverview }) {
  const { t } = useTranslation('security');
  const { day } = useWhen();
  const { signOn } = useSession();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<Done>();
  const since = overview.signOnSince;
  const unlink = useChange(
    () => unlinkSignOn(),
    () => {
      setAsking(false);
      setDone({ title: t('signOn.unlinked') });
    },
  );
  if (!signOn && since === undefined) return null;
  return (
    <Part title={t('signOn.title')} done={done}>
      <Explain>{t('signOn.explain')}</Explain>
      <p>{since === undefined ? t('signOn.none') : t('signOn.since', { date: day(since, viewerZone(), 'year') })}</p>
      {since === undefined ? (
        <SignOnButton next={here}>{t('signOn.link')}</SignOnButton>
      ) : (
        <Button
          variant="outlined"
          onClick={() => {
            setDone(undefined);
            unlink.reset();
            setAsking(true);
          }}
        >
          {t('signOn.unlink')}
        </Button>
      )}
      {asking && (
        <Ask
          title={t('signOn.unlinkTitle')}
          submit={t('signOn.unlinkSubmit')}
          pending={t('signOn.unlinkPending')}
          act={unlink}
          onAct={() => unlink.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('signOn.unlinkDetail')}</p>
        </Ask>
      )}
    </Part>
  );
}
