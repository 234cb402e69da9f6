import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '@/components/fields';
import { Actions, Stack } from '@/components/layout';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { getSecurityOptions } from '@/generated/@tanstack/react-query.gen';
import { deviceHoldsPasskeys, passkeysWork } from '@/lib/passkeys';
import { useSession } from '@/lib/session';
import { AppSetup } from './app-setup';
import { postpone } from './later';
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
  const { account } = useSession();
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
        onOther={setDoing}
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
                    <Button
                      variant={some ? 'contained' : 'outlined'}
                      size="large"
                      onClick={() => {
                        if (!some && account !== undefined) postpone(account.id);
                        onLeave();
                      }}
                    >
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
  onOther: (way: Way) => void;
}

function Setup({ way, device, onDone, onCancel, onOther }: SetupProps) {
  const name = useWayName(way, device);
  const setUp = () => {
    switch (way) {
      case 'passkey':
        return <PasskeySetup onDone={onDone} onCancel={onCancel} />;
      case 'app':
        return <AppSetup onDone={onDone} onCancel={onCancel} />;
      case 'text':
        return (
          <MobileSetup better={<Better device={device} onChoose={onOther} />} onDone={onDone} onCancel={onCancel} />
        );
      case 'sheet':
        return <SheetSetup onDone={onDone} onCancel={onCancel} />;
    }
  };
  return (
    <Page title={name.title} lead={name.detail}>
      <Stack style={{ maxWidth: '40rem' }}>{setUp()}</Stack>
    </Page>
  );
}

/** What protects better than text messages, one click away. */
function Better({ device, onChoose }: { device: boolean; onChoose: (way: Way) => void }) {
  const passkey = useWayName('passkey', device);
  const app = useWayName('app', device);
  return (
    <Actions>
      {passkeysWork() && (
        <Button variant="outlined" onClick={() => onChoose('passkey')}>
          {passkey.title}
        </Button>
      )}
      <Button variant="outlined" onClick={() => onChoose('app')}>
        {app.title}
      </Button>
    </Actions>
  );
}
