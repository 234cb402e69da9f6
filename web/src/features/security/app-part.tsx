import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeAuthenticatorApp } from '@/generated/sdk.gen';
import type { SecurityOverview } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';
import { AppSetup } from './app-setup';
import { Ask } from './ask';
import { isLastMeans } from './overview';
import { Explain, Part, type Done } from './part';
import { useChange } from './use-change';

export function AppPart({ overview }: { overview: SecurityOverview }) {
  const { t } = useTranslation('security');
  const { day } = useWhen();
  const [doing, setDoing] = useState<'adding' | 'removing'>();
  const [done, setDone] = useState<Done>();
  const since = overview.authenticatorAppSince;
  const finish = (told: Done) => {
    setDoing(undefined);
    setDone(told);
  };
  const begin = (what: 'adding' | 'removing') => {
    setDone(undefined);
    setDoing(what);
  };
  const remove = useChange(
    () => removeAuthenticatorApp(),
    () => finish({ title: t('app.removed') }),
  );

  return (
    <Part title={t('app.title')} done={done}>
      <Explain>{t('app.explain')}</Explain>
      <p>{since === undefined ? t('app.none') : t('app.since', { date: day(since, viewerZone(), 'year') })}</p>
      {doing === 'adding' && (
        <AppSetup
          onDone={() => finish({ title: t('app.added'), detail: t('app.addedDetail') })}
          onCancel={() => setDoing(undefined)}
        />
      )}
      {doing !== 'adding' && (
        <Button variant="outlined" onClick={() => begin(since === undefined ? 'adding' : 'removing')}>
          {t(since === undefined ? 'app.add' : 'app.remove')}
        </Button>
      )}
      {doing === 'removing' && (
        <Ask
          title={t('app.removeTitle')}
          submit={t('app.removeSubmit')}
          pending={t('app.removePending')}
          act={remove}
          onAct={() => remove.mutate()}
          onClose={() => setDoing(undefined)}
        >
          <p>{t('app.removeDetail')}</p>
          {isLastMeans(overview, 'app') && <p>{t('last')}</p>}
        </Ask>
      )}
    </Part>
  );
}
