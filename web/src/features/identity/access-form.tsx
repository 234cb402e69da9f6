import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { CodeField, codes } from '@/components/account/code-field';
import { NewPasswordField, newPassword } from '@/components/account/new-password-field';
import { Resend } from '@/components/account/resend';
import { Notice } from '@/components/notice';
import { Empty, Failure } from '@/components/states';
import { choosePassword, sendRecoveryCode } from '@/generated/sdk.gen';
import { isProblem } from '@/lib/api/problems';
import { Form, Ways } from './form';

const access = z.extend(newPassword, codes.either.shape);

type Access = z.infer<typeof access>;

export interface AccessFormProps {
  /** To where another link is asked for; the main act where there is nothing else to do. */
  again: (label: string, main: boolean) => ReactNode;
  signIn: (label: string) => ReactNode;
}

/**
 * Behind the link of an e-mail: a password is chosen, by whoever has a second code from elsewhere as well. The link's token stands after
 * the "#", which browsers tell no server; it is taken out of the address at once, so that nobody reads it there.
 */
export function AccessForm({ again, signIn }: AccessFormProps) {
  const { t } = useTranslation('identity');
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname), []);
  const { register, handleSubmit, formState } = useForm<Access>({ resolver: zodResolver(access) });
  const choosing = useMutation({
    mutationFn: (values: Access) => choosePassword({ body: { token, ...values } }),
    retry: false,
  });

  if (token === '') {
    return (
      <Empty title={t('access.noLink')}>
        <p>{t('access.noLinkDetail')}</p>
        {again(t('access.again'), true)}
      </Empty>
    );
  }
  if (choosing.isSuccess) {
    return (
      <Notice title={t('access.done')} focused>
        <p>{t('access.doneDetail')}</p>
        {signIn(t('signIn.title'))}
      </Notice>
    );
  }
  const refused = isProblem(choosing.error) ? choosing.error.fieldMessage('password') : undefined;
  return (
    <Form noValidate onSubmit={(event) => void handleSubmit((values) => choosing.mutate(values))(event)}>
      {choosing.isError && refused === undefined && (
        <div key={choosing.submittedAt}>
          <Failure error={choosing.error} focused />
          {isProblem(choosing.error, 'recovery-refused') && (
            <p style={{ marginTop: 12 }}>{again(t('access.again'), false)}</p>
          )}
        </div>
      )}
      <div>
        <p>{t('access.where')}</p>
        <Ways>
          <Resend send={() => sendRecoveryCode({ body: { token } })} first={t('access.send')} />
        </Ways>
      </div>
      <CodeField kind="either" wrong={formState.errors.code !== undefined} {...register('code')} />
      <NewPasswordField
        label={t('access.password')}
        problem={formState.errors.password?.message}
        refused={refused}
        {...register('password')}
      />
      <Button type="submit" variant="contained" size="large" disabled={choosing.isPending}>
        {choosing.isPending ? t('access.pending') : t('access.submit')}
      </Button>
    </Form>
  );
}
