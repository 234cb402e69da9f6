import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { Resend } from '@/components/account/resend';
import { TextField } from '@/components/fields';
import { Actions } from '@/components/layout';
import { Notice } from '@/components/notice';
import { Failure } from '@/components/states';
import { confirmMobile, offerMobile } from '@/generated/sdk.gen';
import { isProblem } from '@/lib/api/problems';
import { formatPhone } from '@/lib/phone';
import { now } from '@/lib/time/clock';
import { CodeForm } from './code-form';
import { Form } from './form';
import { useChange } from './use-change';

const mobile = z.object({
  number: z.string().check(z.trim(), z.regex(/^(?:\+|0)[\d\s.\-()/\u00a0]{8,24}$/, 'missing')),
});

type Mobile = z.infer<typeof mobile>;

export interface MobileSetupProps {
  /** The ways to what protects better. */
  better: ReactNode;
  onDone: () => void;
  onCancel: () => void;
}

/** What text messages risk and what is better; then a number, and the code that was sent there. */
export function MobileSetup({ better, onDone, onCancel }: MobileSetupProps) {
  const { t } = useTranslation('security');
  const [sent, setSent] = useState<{ number: string; at: number }>();
  const { register, handleSubmit, formState } = useForm<Mobile>({ resolver: zodResolver(mobile) });
  const offer = useChange(
    async ({ number }: Mobile) => {
      await offerMobile({ body: { number } });
      return number;
    },
    (number) => setSent({ number, at: now() }),
  );

  if (sent !== undefined) {
    const { number, at } = sent;
    return (
      <CodeForm
        where={t('mobile.sent', { number: formatPhone(number) })}
        confirm={({ code }) => confirmMobile({ body: { number, code } })}
        onDone={onDone}
        onCancel={onCancel}
      >
        <div style={{ marginInline: -12 }}>
          <Resend send={() => offerMobile({ body: { number } })} sentAt={at} />
        </div>
      </CodeForm>
    );
  }

  const refused = isProblem(offer.error) ? offer.error.fieldMessage('number') : undefined;
  return (
    <Form noValidate onSubmit={(event) => void handleSubmit((values) => offer.mutate(values))(event)}>
      <Notice title={t('mobile.risk')}>
        <p>{t('mobile.riskDetail')}</p>
        {better}
      </Notice>
      {offer.isError && refused === undefined && <Failure key={offer.submittedAt} error={offer.error} focused />}
      <TextField
        label={t('mobile.number')}
        hint={t('mobile.numberHint')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        error={formState.errors.number === undefined ? refused : t('mobile.numberMissing')}
        {...register('number')}
      />
      <Actions>
        <Button type="submit" variant="contained" disabled={offer.isPending}>
          {offer.isPending ? t('mobile.sending') : t('mobile.send')}
        </Button>
        <Button variant="outlined" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </Form>
  );
}
