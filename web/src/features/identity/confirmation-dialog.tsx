import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CodeField, codes, type Code } from '@/components/account/code-field';
import { PasskeyFailure } from '@/components/account/passkey-failure';
import { Resend } from '@/components/account/resend';
import { SignOnButton } from '@/components/account/sign-on-button';
import { announce } from '@/components/announcer';
import { Dialog } from '@/components/dialog';
import { Loaded } from '@/components/loaded';
import { Failure } from '@/components/states';
import { getSecurityOptions } from '@/generated/@tanstack/react-query.gen';
import { askPasskey, confirmByCode, confirmByPasskey, getSession, sendConfirmationCode } from '@/generated/sdk.gen';
import type { SecurityOverview, Session } from '@/generated/types.gen';
import { answerWithPasskey, passkeysWork } from '@/lib/passkeys';
import { ACTIVITY } from '@/lib/presence/presence';
import { sessionGoesOn, sessionQuery } from '@/lib/session';
import { now } from '@/lib/time/clock';
import { RETURNED } from './bank-sign-on';
import { DemoLink } from './demo-link';
import { Form, Ways } from './form';

const Body = styled('div')({ marginTop: 20, '& > * + *': { marginTop: 20 } });

export interface ConfirmationDialogProps {
  onAnswered: (confirmed: boolean) => void;
}

/** Before an act that an open session left alone must not allow. The act itself waits, with all that was typed for it. */
export function ConfirmationDialog({ onAnswered }: ConfirmationDialogProps) {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const signOn = client.getQueryData(sessionQuery.queryKey)?.signOn === true;
  const means = useQuery({ ...getSecurityOptions(), staleTime: 60_000 });
  const confirmed = async (session: Session) => {
    await sessionGoesOn(client, session);
    announce(t('confirm.done'));
    onAnswered(true);
  };
  return (
    <Dialog open title={t('confirm.title')} onClose={() => onAnswered(false)}>
      <p>{t('confirm.lead')}</p>
      <Body>
        <Loaded query={means} lines={3}>
          {(overview) => (
            <>
              {overview.passkeys.length > 0 && passkeysWork() && <ByPasskey onConfirmed={confirmed} />}
              {overview.signOnSince !== undefined && signOn && <BySignOn onConfirmed={confirmed} />}
              <ByCode means={overview} onConfirmed={confirmed} onCancel={() => onAnswered(false)} />
            </>
          )}
        </Loaded>
      </Body>
    </Dialog>
  );
}

type Confirmed = (session: Session) => Promise<void>;

function ByPasskey({ onConfirmed }: { onConfirmed: Confirmed }) {
  const { t } = useTranslation('identity');
  const attempt = useMutation({
    mutationFn: async () => {
      const credential = await answerWithPasskey((await askPasskey()).data.options);
      return (await confirmByPasskey({ body: { credential } })).data;
    },
    retry: false,
    onSuccess: onConfirmed,
  });
  return (
    <div>
      {attempt.isError && <PasskeyFailure key={attempt.submittedAt} error={attempt.error} />}
      <Button variant="contained" size="large" disabled={attempt.isPending} onClick={() => attempt.mutate()}>
        {attempt.isPending ? t('signIn.passkeyPending') : t('confirm.passkey')}
      </Button>
    </div>
  );
}

/** The page stays as it is: the sign-on gets a tab of its own, and what came of it is seen when its reader is back here. */
function BySignOn({ onConfirmed }: { onConfirmed: Confirmed }) {
  const { t } = useTranslation('identity');
  const [away, setAway] = useState(false);
  const look = useEffectEvent(async () => {
    if (document.hidden) return;
    const { data } = await getSession({ headers: { [ACTIVITY]: 'none' } });
    if (data.times !== undefined && Date.parse(data.times.confirmedUntil) > Date.parse(data.now)) {
      await onConfirmed(data);
    }
  });
  useEffect(() => {
    if (!away) return;
    const shown = () => void look().catch(() => undefined);
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  }, [away]);
  return (
    <div style={{ marginTop: 12 }}>
      <SignOnButton confirm apart next={RETURNED} onLeave={() => setAway(true)}>
        {t('confirm.signOn')}
      </SignOnButton>
    </div>
  );
}

interface ByCodeProps {
  means: SecurityOverview;
  onConfirmed: Confirmed;
  onCancel: () => void;
}

function ByCode({ means, onConfirmed, onCancel }: ByCodeProps) {
  const { t } = useTranslation('identity');
  const [lost, setLost] = useState(false);
  const { register, handleSubmit, formState, setValue, reset } = useForm<Code>({
    resolver: zodResolver(lost ? codes.sheet : codes.digits),
  });

  // Without an app or a passkey there is nothing to choose: the code is on its way when the question appears.
  const app = means.authenticatorAppSince !== undefined;
  const passkey = means.passkeys.length > 0 && passkeysWork();
  const sending = useQuery({
    queryKey: ['confirmation', 'first code'],
    queryFn: async () => {
      await sendConfirmationCode();
      return now();
    },
    enabled: !app && !passkey,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

  const attempt = useMutation({
    mutationFn: async (body: Code) => (await confirmByCode({ body })).data,
    retry: false,
    onSuccess: onConfirmed,
    onError: () => setValue('code', ''),
  });

  const byText = means.mobile !== undefined;
  const where = () => {
    if (lost) return t('code.recoveryWhere');
    if (app) return t('confirm.app');
    if (sending.isSuccess) return t(byText ? 'confirm.sentText' : 'confirm.sentMail');
    return t(byText ? 'confirm.mayText' : 'confirm.mayMail');
  };
  const turn = () => {
    reset();
    attempt.reset();
    setLost(!lost);
  };

  return (
    <Form noValidate onSubmit={(event) => void handleSubmit((values) => attempt.mutate(values))(event)}>
      <p>{where()}</p>
      {attempt.isError && <Failure key={attempt.submittedAt} error={attempt.error} focused />}
      <CodeField
        key={String(lost)}
        kind={lost ? 'sheet' : 'digits'}
        wrong={formState.errors.code !== undefined}
        {...register('code')}
      />
      <Button
        type="submit"
        variant={passkey ? 'outlined' : 'contained'}
        size="large"
        disabled={attempt.isPending || attempt.isSuccess}
      >
        {attempt.isPending ? t('confirm.pending') : t('confirm.submit')}
      </Button>
      {!lost && !app && <DemoLink />}
      <Ways>
        {!lost && !app && (
          <Resend
            key={sending.dataUpdatedAt}
            send={() => sendConfirmationCode()}
            sentAt={sending.data}
            first={t('confirm.send')}
          />
        )}
        {means.recoveryCodesLeft > 0 && (
          <Button variant="text" onClick={turn}>
            {t(lost ? 'code.found' : 'code.lost')}
          </Button>
        )}
        <Button variant="text" onClick={onCancel}>
          {t('confirm.cancel')}
        </Button>
      </Ways>
    </Form>
  );
}
