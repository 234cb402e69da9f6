import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, TextField, type TextFieldProps } from '@/components/fields';

/** A password, hidden until its owner wants to see it. */
export function PasswordField(input: TextFieldProps) {
  const { t } = useTranslation('account');
  const [shown, setShown] = useState(false);
  return (
    <div>
      <TextField
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...input}
        type={shown ? 'text' : 'password'}
      />
      <Checkbox label={t('password.show')} checked={shown} onChange={(event) => setShown(event.target.checked)} />
    </div>
  );
}
