import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CodeField, codes, type Code } from '@/components/account/code-field';
import { Resend } from '@/components/account/resend';
import { Failure } from '@/components/states';
import { abandonSignIn, enterCode, getSession, sendCode } from '@/generated/sdk.gen';
import type { Session } from '@/generated/types.gen';
import { isProblem } from '@/lib/api/problems';
import { now } from '@/lib/time/clock';
import { DemoLink } from './demo-link';
import { Form, Ways } from './form';

const Title = styled('h2')(({ theme }) => ({ ...theme.typography.h2, marginBottom: 8 }));

export interface CodeStepProps {
  /** Whether the bank's sign-on came first, and not a password. */
  afterSignOn: boolean;
  onSignedIn: (session: Session) => Promise<void>;
  onBack: () => void;
  onExpired: () => void;
  /** This kind of account comes in by the bank's sign-on only, which is said to nobody but its owner. */
  onClosed: (why: unknown) => void;
}

/** The second step. It looks the same whether the password was right or not. */
export function CodeStep({ afterSignOn, onSignedIn, onBack, onExpired, onClosed }: CodeStepProps) {
  const { t } = useTranslation('identity');
  const [lost, setLost] = useState(false);
  const [begun] = useState(now);
  const where = useId();
  const { register, handleSubmit, formState, setFocus, setValue, reset } = useForm<Code>({
    resolver: zodResolver(lost ? codes.sheet : codes.digits),
  });
  useEffect(() => setFocus('code'), [setFocus, lost]);

  const attempt = useMutation({
    mutationFn: async (body: Code) => (await enterCode({ body })).data,
    retry: false,
    onSuccess: onSignedIn,
    onError: async (error) => {
      if (isProblem(error, 'local-sign-in-closed')) {
        onClosed(error);
        return;
      }
      setValue('code', '');
      // A sign-in that was left for ten minutes is over, and no code is right any more.
      const { data } = await getSession();
      if (!data.codeAwaited) onExpired();
    },
  });
  const leaving = useMutation({ mutationFn: () => abandonSignIn(), onSettled: onBack });
  const whereToLook = afterSignOn ? 'code.whereAfterSignOn' : 'code.where';
  const turn = () => {
    reset();
    attempt.reset();
    setLost(!lost);
  };

  return (
    <Form noValidate onSubmit={(event) => void handleSubmit((values) => attempt.mutate(values))(event)}>
      <div>
        <Title>{t('code.title')}</Title>
        <p id={where}>{t(lost ? 'code.recoveryWhere' : whereToLook)}</p>
      </div>
      {attempt.isError && <Failure key={attempt.submittedAt} error={attempt.error} focused />}
      <CodeField
        key={String(lost)}
        kind={lost ? 'sheet' : 'digits'}
        wrong={formState.errors.code !== undefined}
        aria-describedby={where}
        {...register('code')}
      />
      <Button type="submit" variant="contained" size="large" disabled={attempt.isPending}>
        {attempt.isPending ? t('signIn.pending') : t('signIn.submit')}
      </Button>
      <DemoLink />
      <Ways>
        {!lost && <Resend send={() => sendCode()} sentAt={begun} />}
        <Button variant="text" onClick={turn}>
          {t(lost ? 'code.found' : 'code.lost')}
        </Button>
        <Button variant="text" onClick={() => leaving.mutate()}>
          {t('code.back')}
        </Button>
      </Ways>
    </Form>
  );
}
