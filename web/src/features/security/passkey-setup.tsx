import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { PasskeyFailure } from '@/components/account/passkey-failure';
import { TextField } from '@/components/fields';
import { Actions } from '@/components/layout';
import { addPasskey, askForPasskey } from '@/generated/sdk.gen';
import { makePasskey } from '@/lib/passkeys';
import { deviceKind } from './device-name';
import { Form } from './form';
import { useChange } from './use-change';

export const passkeyName = z.object({ label: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) });

export type PasskeyName = z.infer<typeof passkeyName>;

/** A name, then whatever the device asks for. */
export function PasskeySetup({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation('security');
  const { register, handleSubmit, formState } = useForm<PasskeyName>({
    resolver: zodResolver(passkeyName),
    defaultValues: { label: t(`passkeys.device.${deviceKind()}`) },
  });
  const add = useChange(async ({ label }: PasskeyName) => {
    const { data } = await askForPasskey();
    await addPasskey({ body: { label, credential: await makePasskey(data.options) } });
  }, onDone);
  return (
    <Form noValidate onSubmit={(event) => void handleSubmit((values) => add.mutate(values))(event)}>
      {add.isError && <PasskeyFailure key={add.submittedAt} error={add.error} />}
      <TextField
        label={t('passkeys.name')}
        hint={t('passkeys.nameHint')}
        autoComplete="off"
        data-first
        error={formState.errors.label === undefined ? undefined : t('passkeys.nameMissing')}
        {...register('label')}
      />
      <Actions>
        <Button type="submit" variant="contained" disabled={add.isPending}>
          {add.isPending ? t('passkeys.pending') : t('passkeys.create')}
        </Button>
        <Button variant="outlined" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </Form>
  );
}
