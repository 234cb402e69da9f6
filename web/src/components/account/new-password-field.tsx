import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { TextFieldProps } from '@/components/fields';
import { PasswordField } from './password-field';

const LEAST = 12;

/** Counted as the server counts: by characters, whatever a keyboard needs for one. */
const length = (password: string) => Array.from(password).length;

export const newPassword = z.object({
  password: z.string().check(
    z.minLength(1, { error: 'missing', abort: true }),
    z.refine((password) => length(password) >= LEAST, { error: 'short' }),
  ),
});

export type NewPassword = z.infer<typeof newPassword>;

export interface NewPasswordFieldProps extends Omit<TextFieldProps, 'error' | 'hint'> {
  /** Whose password it will be, for those who keep passwords; absent when the page does not know. */
  email?: string | undefined;
  /** What the form found wrong. */
  problem: string | undefined;
  /** What the server said against it. */
  refused: string | undefined;
}

/** A new password, with what makes a good one said before anybody types. */
export function NewPasswordField({ email, problem, refused, ...input }: NewPasswordFieldProps) {
  const { t } = useTranslation('account');
  const wrong = problem === 'missing' || problem === 'short' ? t(`password.${problem}`) : refused;
  return (
    <>
      {email !== undefined && <input type="text" autoComplete="username" value={email} readOnly hidden />}
      <PasswordField
        hint={`${t('password.rules')} ${t('password.rulesNot')}`}
        error={wrong}
        autoComplete="new-password"
        {...input}
      />
    </>
  );
}
