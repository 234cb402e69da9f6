import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasskeyFailure } from '@/components/account/passkey-failure';
import { Hint } from '@/components/fields';
import { askPasskey, signInWithPasskey } from '@/generated/sdk.gen';
import type { Session } from '@/generated/types.gen';
import { answerWithPasskey, passkeysInAutofill, passkeysWork } from '@/lib/passkeys';
import { Or } from './or';

const Frame = styled('div')({
  maxWidth: '26rem',
  'dialog &': { maxWidth: 'none' },
  '& > * + *': { marginTop: 8 },
  '& > button': { width: '100%' },
});

/** Nothing to type: a button, and where the browser can, an entry in the list that opens at the e-mail field. */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: (session: Session) => Promise<void> }) {
  return passkeysWork() ? <PasskeyButton onSignedIn={onSignedIn} /> : null;
}

function PasskeyButton({ onSignedIn }: { onSignedIn: (session: Session) => Promise<void> }) {
  const { t } = useTranslation('identity');
  const autofill = useRef<AbortController>(null);
  const [asking, setAsking] = useState(false);

  const attempt = useMutation({
    mutationFn: async (chosen?: object) => {
      const credential = chosen ?? (await ask());
      return (await signInWithPasskey({ body: { credential } })).data;
    },
    retry: false,
    onSuccess: onSignedIn,
  });

  const ask = async () => {
    autofill.current?.abort();
    setAsking(true);
    try {
      return await answerWithPasskey((await askPasskey()).data.options);
    } finally {
      setAsking(false);
    }
  };

  /** The browser waits, unseen, until a passkey is chosen from its list. */
  const waitInAutofill = useEffectEvent(async (signal: AbortSignal) => {
    if (!(await passkeysInAutofill()) || signal.aborted) return;
    const { data } = await askPasskey({ signal });
    attempt.mutate(await answerWithPasskey(data.options, { mediation: 'conditional', signal }));
  });

  useEffect(() => {
    const waiting = new AbortController();
    autofill.current = waiting;
    // Nobody asked for it, so nobody is told when it comes to nothing.
    waitInAutofill(waiting.signal).catch(() => undefined);
    return () => waiting.abort();
  }, []);

  return (
    <Frame>
      <Or>{t('signIn.or')}</Or>
      {attempt.isError && <PasskeyFailure key={attempt.submittedAt} error={attempt.error} />}
      <Button variant="outlined" size="large" disabled={attempt.isPending} onClick={() => attempt.mutate(undefined)}>
        {asking ? t('signIn.passkeyPending') : t('signIn.passkey')}
      </Button>
      <Hint>{t('signIn.passkeyHint')}</Hint>
    </Frame>
  );
}
