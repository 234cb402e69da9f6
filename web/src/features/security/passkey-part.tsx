import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { TextField } from '@/components/fields';
import { Failure } from '@/components/states';
import { removePasskey, renamePasskey } from '@/generated/sdk.gen';
import type { Passkey, SecurityOverview } from '@/generated/types.gen';
import { passkeysWork } from '@/lib/passkeys';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';
import { Ask } from './ask';
import { isLastMeans } from './overview';
import { Explain, Part, type Done } from './part';
import { PasskeySetup, passkeyName, type PasskeyName } from './passkey-setup';
import { Rows, Soft } from './rows';
import { useChange } from './use-change';

type Doing = { what: 'adding' } | { what: 'renaming' | 'removing'; passkey: Passkey };

export function PasskeyPart({ overview }: { overview: SecurityOverview }) {
  const { t } = useTranslation('security');
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<Done>();
  const stop = () => setDoing(undefined);
  const begin = (what: Doing) => {
    setDone(undefined);
    setDoing(what);
  };
  const finish = (told: Done) => {
    stop();
    setDone(told);
  };
  const remove = useChange(
    (id: string) => removePasskey({ path: { id } }),
    () => finish({ title: t('passkeys.removed') }),
  );

  return (
    <Part title={t('passkeys.title')} done={done}>
      <Explain>{t('passkeys.explain')}</Explain>
      {overview.passkeys.length === 0 ? (
        <p>{t('passkeys.none')}</p>
      ) : (
        <Rows role="list">
          {overview.passkeys.map((passkey) => (
            <Row key={passkey.id} passkey={passkey} onDo={(what) => begin({ what, passkey })} />
          ))}
        </Rows>
      )}
      {!passkeysWork() && <Explain>{t('passkeys.unsupported')}</Explain>}
      {doing?.what === 'adding' && (
        <PasskeySetup
          onDone={() => finish({ title: t('passkeys.added'), detail: t('passkeys.addedDetail') })}
          onCancel={stop}
        />
      )}
      {passkeysWork() && doing?.what !== 'adding' && (
        <Button variant="outlined" onClick={() => begin({ what: 'adding' })}>
          {t('passkeys.add')}
        </Button>
      )}
      {doing?.what === 'renaming' && (
        <Rename passkey={doing.passkey} onDone={() => finish({ title: t('passkeys.renamed') })} onClose={stop} />
      )}
      {doing?.what === 'removing' && (
        <Ask
          title={t('passkeys.removeTitle')}
          submit={t('passkeys.removeSubmit')}
          pending={t('passkeys.removePending')}
          act={remove}
          onAct={() => remove.mutate(doing.passkey.id)}
          onClose={stop}
        >
          <p>{t('passkeys.removeDetail', { label: doing.passkey.label })}</p>
          {isLastMeans(overview, 'passkey') && <p>{t('last')}</p>}
        </Ask>
      )}
    </Part>
  );
}

function Row({ passkey, onDo }: { passkey: Passkey; onDo: (what: 'renaming' | 'removing') => void }) {
  const { t } = useTranslation('security');
  const { day } = useWhen();
  const { label, createdAt, lastUsedAt, backedUp } = passkey;
  const on = (instant: string) => day(instant, viewerZone(), 'year');
  return (
    <li>
      <div>
        <p>
          <strong>{label}</strong>
        </p>
        <Soft>
          {t('passkeys.used', { added: on(createdAt), used: on(lastUsedAt) })}{' '}
          {t(backedUp ? 'passkeys.backedUp' : 'passkeys.onlyHere')}
        </Soft>
      </div>
      <div>
        <Button variant="text" aria-label={t('passkeys.renameWhat', { label })} onClick={() => onDo('renaming')}>
          {t('passkeys.rename')}
        </Button>
        <Button variant="text" aria-label={t('passkeys.removeWhat', { label })} onClick={() => onDo('removing')}>
          {t('passkeys.remove')}
        </Button>
      </div>
    </li>
  );
}

function Rename({ passkey, onDone, onClose }: { passkey: Passkey; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('security');
  const form = useId();
  const { register, handleSubmit, formState } = useForm<PasskeyName>({
    resolver: zodResolver(passkeyName),
    defaultValues: { label: passkey.label },
  });
  const rename = useChange((body: PasskeyName) => renamePasskey({ path: { id: passkey.id }, body }), onDone);
  return (
    <Dialog
      open
      title={t('passkeys.renameTitle')}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={form} variant="contained" disabled={rename.isPending}>
            {t('passkeys.renameSubmit')}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={(event) => void handleSubmit((values) => rename.mutate(values))(event)}>
        {rename.isError && <Failure key={rename.submittedAt} error={rename.error} focused />}
        <TextField
          label={t('passkeys.name')}
          autoComplete="off"
          error={formState.errors.label === undefined ? undefined : t('passkeys.nameMissing')}
          {...register('label')}
        />
      </form>
    </Dialog>
  );
}
