import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { NewPasswordField, newPassword } from '@/components/account/new-password-field';
import { PasswordField } from '@/components/account/password-field';
import { Actions } from '@/components/layout';
import { Failure } from '@/components/states';
import { changePassword } from '@/generated/sdk.gen';
import type { SecurityOverview } from '@/generated/types.gen';
import { isProblem } from '@/lib/api/problems';
import { useSession } from '@/lib/session';
import { Form } from './form';
import { Explain, Part, type Done } from './part';
import { useChange } from './use-change';

/** What is typed: the current one as well, where there is one. */
const withCurrent = z.extend(newPassword, { currentPassword: z.string().check(z.minLength(1, { error: 'missing' })) });
const withoutCurrent = z.extend(newPassword, { currentPassword: z.optional(z.string()) });

type Wanted = z.infer<typeof withoutCurrent>;

export function PasswordPart({ overview }: { overview: SecurityOverview }) {
  const { t } = useTranslation('security');
  const known = overview.passwordSince !== undefined;
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<Done>();
  return (
    <Part title={t('password.title')} done={done}>
      <Explain>{t(known ? 'password.state' : 'password.none')}</Explain>
      {open ? (
        <ChangePassword
          known={known}
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
          {t(known ? 'password.change' : 'password.choose')}
        </Button>
      )}
    </Part>
  );
}

interface ChangePasswordProps {
  /** Whether there is a current one. */
  known: boolean;
  onDone: () => void;
  onCancel: () => void;
}

function ChangePassword({ known, onDone, onCancel }: ChangePasswordProps) {
  const { t } = useTranslation('security');
  const { account } = useSession();
  const { register, handleSubmit, formState } = useForm<Wanted>({
    resolver: zodResolver(known ? withCurrent : withoutCurrent),
  });
  const change = useChange((body: Wanted) => changePassword({ body }), onDone);
  const said = (field: keyof Wanted) => (isProblem(change.error) ? change.error.fieldMessage(field) : undefined);
  const refused = said('password');
  const wrong = said('currentPassword');
  return (
    <Form noValidate onSubmit={(event) => void handleSubmit((values) => change.mutate(values))(event)}>
      {change.isError && refused === undefined && wrong === undefined && (
        <Failure key={change.submittedAt} error={change.error} focused />
      )}
      {known && (
        <PasswordField
          label={t('password.current')}
          error={formState.errors.currentPassword === undefined ? wrong : t('password.currentMissing')}
          autoComplete="current-password"
          data-first
          {...register('currentPassword')}
        />
      )}
      <NewPasswordField
        label={t('password.field')}
        email={account?.email}
        problem={formState.errors.password?.message}
        refused={refused}
        data-first={known ? undefined : true}
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
