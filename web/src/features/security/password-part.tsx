import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { NewPasswordField, newPassword, type NewPassword } from '@/components/account/new-password-field';
import { Actions } from '@/components/layout';
import { Failure } from '@/components/states';
import { changePassword } from '@/generated/sdk.gen';
import { isProblem } from '@/lib/api/problems';
import { useSession } from '@/lib/session';
import { Form } from './form';
import { Explain, Part, type Done } from './part';
import { useChange } from './use-change';

export function PasswordPart() {
  const { t } = useTranslation('security');
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<Done>();
  return (
    <Part title={t('password.title')} done={done}>
      <Explain>{t('password.state')}</Explain>
      {open ? (
        <ChangePassword
          onDone={() => {
            setOpen(false);
            setDone({ title: t('password.done'), detail: t('password.doneDetail') });
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button
          variant="outlined"
          onClick={() => {
            setDone(undefined);
            setOpen(true);
          }}
        >
          {t('password.change')}
        </Button>
      )}
    </Part>
  );
}

function ChangePassword({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation('security');
  const { account } = useSession();
  const { register, handleSubmit, formState } = useForm<NewPassword>({ resolver: zodResolver(newPassword) });
  const change = useChange((body: NewPassword) => changePassword({ body }), onDone);
  const refused = isProblem(change.error) ? change.error.fieldMessage('password') : undefined;
  return (
    <Form noValidate onSubmit={(event) => void handleSubmit((values) => change.mutate(values))(event)}>
      {change.isError && refused === undefined && <Failure key={change.submittedAt} error={change.error} focused />}
      <NewPasswordField
        label={t('password.field')}
        email={account?.email}
        problem={formState.errors.password?.message}
        refused={refused}
        data-first
        {...register('password')}
      />
      <Actions>
        <Button type="submit" variant="contained" disabled={change.isPending}>
          {change.isPending ? t('password.pending') : t('password.submit')}
        </Button>
        <Button variant="outlined" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </Form>
  );
}
