import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Notice } from '@/components/notice';
import { Failure } from '@/components/states';
import type { Session } from '@/generated/types.gen';
import { sessionIs, sessionQuery } from '@/lib/session';
import { BankSignOn } from './bank-sign-on';
import { CodeStep } from './code-step';
import { Above } from './form';
import { LinkFirst } from './link-first';
import { Or } from './or';
import { PasskeySignIn } from './passkey-sign-in';
import { PasswordStep } from './password-step';
import { ReasonNotice } from './reason-notice';
import { isRefusal, type Reason } from './reasons';

export interface SignInProps {
  onSignedIn?: (session: Session) => void;
  /** The way for those who have forgotten their password. */
  forgotten?: ReactNode;
  /** The page to come back to from the bank's sign-on. */
  next?: string | undefined;
  /** Whether this page has to stay as it is meanwhile. */
  apart?: boolean;
  /** Why the bank's sign-on sent somebody here. */
  reason?: Reason | undefined;
}

type Step = 'start' | 'code' | 'expired' | { closed: unknown };

/** The bank's sign-on, password and code, or a passkey: whatever this bank offers. A reload in between comes back to the code. */
export function SignIn({ onSignedIn, forgotten, next, apart = false, reason }: SignInProps) {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const session = client.getQueryData(sessionQuery.queryKey);
  const { signOn = false, localSignIn = true } = session ?? {};
  const [step, setStep] = useState<Step>(session?.codeAwaited === true ? 'code' : 'start');
  const [toLink, setToLink] = useState(reason === 'sign-on-link' ? session?.signOnToLink : undefined);
  const arrive = async (now: Session) => {
    await sessionIs(client, now);
    announce(t('signIn.done'));
    onSignedIn?.(now);
  };

  if (step === 'code') {
    return (
      <CodeStep
        afterSignOn={reason === 'sign-on-code'}
        onSignedIn={arrive}
        onBack={() => setStep('start')}
        onExpired={() => setStep('expired')}
        onClosed={(closed) => setStep({ closed })}
      />
    );
  }
  const offered = signOn && toLink === undefined;
  return (
    <>
      <Told step={step} reason={reason} />
      {toLink !== undefined && <LinkFirst name={toLink} onForgotten={() => setToLink(undefined)} />}
      {offered && <BankSignOn next={next} apart={apart} only={!localSignIn} />}
      {offered && localSignIn && <Or>{t('signIn.or')}</Or>}
      {localSignIn && (
        <>
          <PasswordStep onAsked={() => setStep('code')} forgotten={forgotten} />
          <PasskeySignIn onSignedIn={arrive} />
        </>
      )}
    </>
  );
}

/** What came of the last try, here or at the bank. */
function Told({ step, reason }: { step: Step; reason: Reason | undefined }) {
  const { t } = useTranslation('identity');
  const told = () => {
    if (typeof step === 'object') return <Failure error={step.closed} focused />;
    if (step === 'expired') {
      return (
        <Notice tone="warn" title={t('signIn.expired')} focused>
          <p>{t('signIn.expiredDetail')}</p>
        </Notice>
      );
    }
    if (reason === 'signed-out') {
      return (
        <Notice title={t('signOn.out')} focused>
          <p>{t('signOn.outDetail')}</p>
        </Notice>
      );
    }
    return reason !== undefined && isRefusal(reason) ? <ReasonNotice reason={reason} /> : undefined;
  };
  const words = told();
  return words === undefined ? null : <Above>{words}</Above>;
}
