import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '@/components/fields';
import { Stack } from '@/components/layout';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { getSecurityOptions } from '@/generated/@tanstack/react-query.gen';
import { deviceHoldsPasskeys } from '@/lib/passkeys';
import { AppSetup } from './app-setup';
import { MobileSetup } from './mobile-setup';
import { Told } from './part';
import { PasskeySetup } from './passkey-setup';
import { SheetSetup } from './sheet-setup';
import { useWayName, waysFor, type Way } from './ways';
import { WayList } from './way-list';

export interface ProtectionScreenProps {
  onLeave: () => void;
}

/** What to add to a password, the best first, one at a time. Nobody has to. */
export function ProtectionScreen({ onLeave }: ProtectionScreenProps) {
  const { t } = useTranslation('security');
  const overview = useQuery(getSecurityOptions());
  const device = useQuery({ queryKey: ['device holds passkeys'], queryFn: deviceHoldsPasskeys, staleTime: Infinity });
  const [doing, setDoing] = useState<Way>();
  const [added, setAdded] = useState<Way>();

  if (doing !== undefined) {
    return (
      <Setup
        key={doing}
        way={doing}
        device={device.data === true}
        onDone={() => {
          setDoing(undefined);
          setAdded(doing);
        }}
        onCancel={() => setDoing(undefined)}
      />
    );
  }
  return (
    <Page title={t('protect.title')} lead={t('protect.lead')}>
      <Loaded query={device}>
        {(here) => (
          <Loaded query={overview}>
            {(means) => {
              const ways = waysFor(means, here);
              const some = ways.some(({ inUse }) => inUse);
              return (
                <Stack>
                  {added !== undefined && <Told title={t(`protect.added.${added}`)} detail={t('protect.another')} />}
                  <WayList ways={ways} device={here} onChoose={setDoing} />
                  <div>
                    <Button variant={some ? 'contained' : 'outlined'} size="large" onClick={onLeave}>
                      {t(some ? 'protect.finish' : 'protect.later')}
                    </Button>
                  </div>
                  <Hint>{t('protect.finishDetail')}</Hint>
                </Stack>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface SetupProps {
  way: Way;
  device: boolean;
  onDone: () => void;
  onCancel: () => void;
}

function Setup({ way, device, onDone, onCancel }: SetupProps) {
  const name = useWayName(way, device);
  const setUp = () => {
    switch (way) {
      case 'passkey':
        return <PasskeySetup onDone={onDone} onCancel={onCancel} />;
      case 'app':
        return <AppSetup onDone={onDone} onCancel={onCancel} />;
      case 'text':
        return <MobileSetup onDone={onDone} onCancel={onCancel} />;
      case 'sheet':
        return <SheetSetup onDone={onDone} />;
    }
  };
  return (
    <Page title={name.title} lead={name.detail}>
      <Stack style={{ maxWidth: '40rem' }}>{setUp()}</Stack>
    </Page>
  );
}
