import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { PasswordField } from '@/components/account/password-field';
import { TextField } from '@/components/fields';
import { Failure } from '@/components/states';
import { signIn } from '@/generated/sdk.gen';
import { Form } from './form';

const credentials = z.object({
  email: z.string().check(z.trim(), z.regex(/^[^\s@]+@[^\s@]+$/, 'emailMissing')),
  password: z.string().check(z.minLength(1, 'passwordMissing')),
});

type Credentials = z.infer<typeof credentials>;

/** E-mail and password. Whether they are right is not said: the next step is the same. */
export function PasswordStep({ onAsked, forgotten }: { onAsked: () => void; forgotten?: ReactNode }) {
  const { t } = useTranslation('identity');
  const { register, handleSubmit, formState } = useForm<Credentials>({ resolver: zodResolver(credentials) });
  const attempt = useMutation({
    mutationFn: (body: Credentials) => signIn({ body }),
    retry: false,
    onSuccess: onAsked,
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
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        error={wrong('email')}
        {...register('email')}
      />
      <PasswordField
        label={t('signIn.password')}
        autoComplete="current-password"
        error={wrong('password')}
        {...register('password')}
      />
      <Button type="submit" variant="contained" size="large" disabled={attempt.isPending}>
        {attempt.isPending ? t('signIn.nextPending') : t('signIn.next')}
      </Button>
      {forgotten}
    </Form>
  );
}
