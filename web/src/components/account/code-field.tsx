import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { TextField, type TextFieldProps } from '@/components/fields';

/** Read as the server reads it: however people put spaces and hyphens into it. */
const plain = (typed: string) => typed.replaceAll(/[\s.\-‐-―]/g, '').toUpperCase();

const code = (pattern: RegExp) => z.object({ code: z.string().check(z.refine((typed) => pattern.test(plain(typed)))) });

/** What people are asked for: six digits, one of the recovery sheet, or either. */
export type CodeKind = 'digits' | 'sheet' | 'either';

export const codes = {
  digits: code(/^\d{6}$/),
  sheet: code(/^[2-9A-Z]{12}$/),
  either: code(/^(\d{6}|[2-9A-Z]{12})$/),
} satisfies Record<CodeKind, unknown>;

export type Code = z.infer<typeof codes.digits>;

export interface CodeFieldProps extends Omit<TextFieldProps, 'label' | 'error'> {
  kind?: CodeKind;
  wrong: boolean;
}

/** Where a code goes: large, and known to the telephone that has just received one. */
export function CodeField({ kind = 'digits', wrong, ...input }: CodeFieldProps) {
  const { t } = useTranslation('account');
  const digits = kind === 'digits';
  return (
    <TextField
      label={t(`code.${kind}.label`)}
      hint={t(`code.${kind}.hint`)}
      error={wrong ? t(`code.${kind}.missing`) : undefined}
      type="text"
      inputMode={digits ? 'numeric' : 'text'}
      autoComplete={kind === 'sheet' ? 'off' : 'one-time-code'}
      autoCapitalize={digits ? 'none' : 'characters'}
      autoCorrect="off"
      spellCheck={false}
      maxLength={digits ? 12 : 24}
      style={{
        maxWidth: digits ? '12rem' : '18rem',
        fontSize: '1.5rem',
        letterSpacing: digits ? '0.2em' : '0.04em',
      }}
      {...input}
    />
  );
}
