import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { announce } from '@/components/announcer';
import { Checkbox, Hint, TextField } from '@/components/fields';
import { Failure } from '@/components/states';
import { signIn } from '@/generated/sdk.gen';
import type { Session } from '@/generated/types.gen';
import { sessionIs } from '@/lib/session';

const credentials = z.object({
  email: z.string().check(z.trim(), z.regex(/^[^\s@]+@[^\s@]+$/, 'emailMissing')),
  password: z.string().check(z.minLength(1, 'passwordMissing')),
});

type Credentials = z.infer<typeof credentials>;

const Form = styled('form')({ display: 'grid', gap: 24, maxWidth: '26rem' });

/** E-mail and password. One answer for whatever is wrong with them: the server does not tell strangers more. */
export function SignInForm({ onSignedIn }: { onSignedIn?: (session: Session) => void }) {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const [shown, setShown] = useState(false);
  const { register, handleSubmit, formState } = useForm<Credentials>({ resolver: zodResolver(credentials) });

  const attempt = useMutation({
    mutationFn: async (body: Credentials) => (await signIn({ body })).data,
    retry: false,
    onSuccess: async (session) => {
      await sessionIs(client, session);
      announce(t('signIn.done'));
      onSignedIn?.(session);
    },
  });

  const wrong = (field: keyof Credentials) => {
    const key = formState.errors[field]?.message;
    return key === 'emailMissing' || key === 'passwordMissing' ? t(`signIn.${key}`) : undefined;
  };

  return (
    <Form noValidate onSubmit={(event) => void handleSubmit((values) => attempt.mutate(values))(event)}>
      {attempt.isError && <Failure key={attempt.submittedAt} error={attempt.error} focused />}
      <TextField
        label={t('signIn.email')}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={wrong('email')}
        {...register('email')}
      />
      <div>
        <TextField
          label={t('signIn.password')}
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          error={wrong('password')}
          {...register('password')}
        />
        <Checkbox label={t('signIn.show')} checked={shown} onChange={(event) => setShown(event.target.checked)} />
      </div>
      <Button type="submit" variant="contained" size="large" disabled={attempt.isPending}>
        {attempt.isPending ? t('signIn.pending') : t('signIn.submit')}
      </Button>
      <Hint>{t('signIn.help')}</Hint>
    </Form>
  );
}
