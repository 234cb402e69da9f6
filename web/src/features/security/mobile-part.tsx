import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { removeMobile } from '@/generated/sdk.gen';
import type { SecurityOverview } from '@/generated/types.gen';
import { Ask } from './ask';
import { MobileSetup } from './mobile-setup';
import { Acts, Explain, Part, type Done } from './part';
import { useChange } from './use-change';

export interface MobilePartProps {
  overview: SecurityOverview;
  /** To the page that helps to choose. */
  protect: (label: string, main: boolean) => ReactNode;
}

export function MobilePart({ overview, protect }: MobilePartProps) {
  const { t } = useTranslation('security');
  const [doing, setDoing] = useState<'adding' | 'removing'>();
  const [done, setDone] = useState<Done>();
  const { mobile, authenticatorAppSince } = overview;
  const begin = (what: 'adding' | 'removing') => {
    setDone(undefined);
    setDoing(what);
  };
  const finish = (title: string) => {
    setDoing(undefined);
    setDone({ title });
  };
  const remove = useChange(
    () => removeMobile(),
    () => finish(t('mobile.removed')),
  );

  return (
    <Part title={t('mobile.title')} done={done}>
      <p>{mobile === undefined ? t('mobile.mail') : t('mobile.text', { mobile })}</p>
      {authenticatorAppSince !== undefined && <Explain>{t('mobile.idle')}</Explain>}
      {doing === 'adding' ? (
        <MobileSetup
          better={authenticatorAppSince === undefined && protect(t('mobile.better'), false)}
          onDone={() => finish(t('mobile.done'))}
          onCancel={() => setDoing(undefined)}
        />
      ) : (
        <Acts>
          <Button variant="outlined" onClick={() => begin('adding')}>
            {t(mobile === undefined ? 'mobile.add' : 'mobile.change')}
          </Button>
          {mobile !== undefined && (
            <Button variant="outlined" onClick={() => begin('removing')}>
              {t('mobile.remove')}
            </Button>
          )}
        </Acts>
      )}
      {doing === 'removing' && (
        <Ask
          title={t('mobile.removeTitle')}
          submit={t('mobile.removeSubmit')}
          pending={t('mobile.removePending')}
          act={remove}
          onAct={() => remove.mutate()}
          onClose={() => setDoing(undefined)}
        >
          <p>{t('mobile.removeDetail', { mobile: mobile ?? '' })}</p>
        </Ask>
      )}
    </Part>
  );
}
