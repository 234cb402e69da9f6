import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Notice } from '@/components/notice';
import type { Session } from '@/generated/types.gen';
import { sessionIs, sessionQuery } from '@/lib/session';
import { CodeStep } from './code-step';
import { PasskeySignIn } from './passkey-sign-in';
import { PasswordStep } from './password-step';

export interface SignInProps {
  onSignedIn?: (session: Session) => void;
  /** The way for those who have forgotten their password. */
  forgotten?: ReactNode;
}

/** Password and code, or a passkey instead of both. A reload in between comes back to the code. */
export function SignIn({ onSignedIn, forgotten }: SignInProps) {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const [step, setStep] = useState<'password' | 'code' | 'expired'>(() =>
    client.getQueryData(sessionQuery.queryKey)?.codeAwaited === true ? 'code' : 'password',
  );
  const arrive = async (session: Session) => {
    await sessionIs(client, session);
    announce(t('signIn.done'));
    onSignedIn?.(session);
  };

  if (step === 'code') {
    return <CodeStep onSignedIn={arrive} onBack={() => setStep('password')} onExpired={() => setStep('expired')} />;
  }
  return (
    <>
      {step === 'expired' && (
        <Notice tone="warn" title={t('signIn.expired')} focused>
          <p>{t('signIn.expiredDetail')}</p>
        </Notice>
      )}
      <PasswordStep onAsked={() => setStep('code')} forgotten={forgotten} />
      <PasskeySignIn onSignedIn={arrive} />
    </>
  );
}
