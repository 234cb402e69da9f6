import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { TextField } from '@/components/fields';
import { Notice } from '@/components/notice';
import { Failure } from '@/components/states';
import { askForPasswordLink } from '@/generated/sdk.gen';
import { Form } from './form';

const address = z.object({ email: z.string().check(z.trim(), z.regex(/^[^\s@]+@[^\s@]+$/, 'missing')) });

type Address = z.infer<typeof address>;

/** Asks for a link by e-mail. Whether there is such an account is not said. */
export function ForgottenForm() {
  const { t } = useTranslation('identity');
  const { register, handleSubmit, formState } = useForm<Address>({ resolver: zodResolver(address) });
  const asking = useMutation({ mutationFn: (body: Address) => askForPasswordLink({ body }), retry: false });
  return (
    <Form noValidate onSubmit={(event) => void handleSubmit((values) => asking.mutate(values))(event)}>
      {asking.isError && <Failure key={asking.submittedAt} error={asking.error} focused />}
      {asking.isSuccess && (
        <Notice key={asking.submittedAt} title={t('forgotten.sent')} focused>
          <p>{t('forgotten.sentDetail')}</p>
        </Notice>
      )}
      <TextField
        label={t('signIn.email')}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={formState.errors.email === undefined ? undefined : t('signIn.emailMissing')}
        {...register('email')}
      />
      <Button
        type="submit"
        variant={asking.isSuccess ? 'outlined' : 'contained'}
        size="large"
        disabled={asking.isPending}
      >
        {asking.isPending ? t('forgotten.pending') : t(asking.isSuccess ? 'forgotten.again' : 'forgotten.submit')}
      </Button>
      <p>{t('forgotten.help')}</p>
    </Form>
  );
}
