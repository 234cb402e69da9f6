import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import type { SecurityOverview } from '@/generated/types.gen';
import { Explain, Part, type Done } from './part';
import { SheetSetup } from './sheet-setup';

/** So few that a journey or two without the telephone would use them up. */
const FEW = 3;

export function SheetPart({ overview }: { overview: SecurityOverview }) {
  const { t } = useTranslation('security');
  const [doing, setDoing] = useState<'asking' | 'making'>();
  const [done, setDone] = useState<Done>();
  const left = overview.recoveryCodesLeft;
  const stop = () => setDoing(undefined);
  const begin = () => {
    setDone(undefined);
    setDoing(left === 0 ? 'making' : 'asking');
  };
  return (
    <Part title={t('sheet.title')} done={done}>
      <Explain>{t('sheet.explain')}</Explain>
      {doing === 'making' ? (
        <SheetSetup
          onDone={() => {
            stop();
            setDone({ title: t('sheet.done') });
          }}
        />
      ) : (
        <>
          <p>
            {left === 0 ? t('sheet.none') : t('sheet.left', { count: left })}
            {left > 0 && left <= FEW && ` ${t('sheet.few')}`}
          </p>
          <Button variant="outlined" onClick={begin}>
            {t(left === 0 ? 'sheet.make' : 'sheet.again')}
          </Button>
        </>
      )}
      {doing === 'asking' && (
        <Dialog
          open
          title={t('sheet.againTitle')}
          onClose={stop}
          actions={
            <>
              <Button variant="contained" onClick={() => setDoing('making')}>
                {t('sheet.againSubmit')}
              </Button>
              <Button variant="outlined" onClick={stop}>
                {t('cancel')}
              </Button>
            </>
          }
        >
          <p>{t('sheet.againDetail')}</p>
        </Dialog>
      )}
    </Part>
  );
}
