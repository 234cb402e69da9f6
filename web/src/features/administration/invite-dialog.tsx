import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, TextField } from '@/components/fields';
import { Dialog } from '@/components/dialog';
import { Stack } from '@/components/layout';
import { Failure } from '@/components/states';
import { inviteStaff } from '@/generated/sdk.gen';
import { forgetIntent, idempotencyKey } from '@/lib/api/headers';
import { isProblem } from '@/lib/api/problems';
import type { Answered } from './answers';
import { RolesFields, rolesOf, type RolesDraft } from './roles-fields';

export interface InviteDialogProps {
  onClose: () => void;
  onAnswered: (answered: Answered) => void;
}

/** Opens an account: who, in which language, as what. */
export function InviteDialog({ onClose, onAnswered }: InviteDialogProps) {
  const { t } = useTranslation('administration');
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [language, setLanguage] = useState<'fr' | 'en'>('fr');
  const [roles, setRoles] = useState<RolesDraft>({ roles: [], branchId: undefined, adviserId: undefined });
  const [asked, setAsked] = useState(false);
  const inviting = useMutation({
    mutationFn: async () => {
      const body = { email: email.trim(), displayName: name.trim(), language, ...rolesOf(roles) };
      const intent = `invite ${JSON.stringify(body)}`;
      const { data } = await inviteStaff({ body, headers: idempotencyKey(intent) });
      forgetIntent(intent);
      return data;
    },
    onSuccess: (answer) => onAnswered({ name: name.trim(), answer, done: t('done.invited', { name: name.trim() }) }),
  });
  const refused = isProblem(inviting.error, 'invalid-request') ? inviting.error : undefined;
  const missing = (value: string) => (asked && value.trim() === '' ? t('fields.missing') : undefined);
  const error = (field: string) => refused?.fieldMessage(field);
  const complete = email.trim() !== '' && name.trim() !== '';
  return (
    <Dialog
      open
      size="wide"
      title={t('inviteDialog.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="contained"
            disabled={inviting.isPending}
            onClick={() => {
              setAsked(true);
              if (complete) inviting.mutate();
            }}
          >
            {t('inviteDialog.submit')}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <Stack gap={2}>
        {inviting.isError && <Failure key={inviting.submittedAt} error={inviting.error} focused />}
        <TextField
          label={t('fields.name')}
          autoComplete="off"
          maxLength={200}
          value={name}
          error={missing(name) ?? error('displayName')}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={t('fields.email')}
          hint={t('fields.emailHint')}
          type="email"
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
          value={email}
          error={missing(email) ?? error('email')}
          onChange={({ target }) => setEmail(target.value)}
        />
        <Choice
          label={t('fields.language')}
          name="language"
          value={language}
          options={[
            { value: 'fr', label: t('fields.fr') },
            { value: 'en', label: t('fields.en') },
          ]}
          onChange={setLanguage}
        />
        <RolesFields draft={roles} onChange={setRoles} error={error} />
      </Stack>
    </Dialog>
  );
}
