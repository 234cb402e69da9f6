import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { CodeField, codes, type Code } from '@/components/account/code-field';
import { Actions } from '@/components/layout';
import { Failure } from '@/components/states';
import { Form } from './form';
import { useChange } from './use-change';

export interface CodeFormProps {
  /** Where the code is found. */
  where: ReactNode;
  submit?: string;
  confirm: (code: Code) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

/** A first code, which shows that a new way works. */
export function CodeForm({ where, submit, confirm, onDone, onCancel, children }: CodeFormProps) {
  const { t } = useTranslation('security');
  const { register, handleSubmit, formState, setValue } = useForm<Code>({ resolver: zodResolver(codes.digits) });
  const change = useChange(confirm, onDone);
  const send = (code: Code) => change.mutate(code, { onError: () => setValue('code', '') });
  return (
    <Form noValidate onSubmit={(event) => void handleSubmit(send)(event)}>
      <p>{where}</p>
      {change.isError && <Failure key={change.submittedAt} error={change.error} focused />}
      <CodeField wrong={formState.errors.code !== undefined} {...register('code')} />
      <Actions>
        <Button type="submit" variant="contained" disabled={change.isPending}>
          {change.isPending ? t('code.pending') : (submit ?? t('code.submit'))}
        </Button>
        <Button variant="outlined" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
      {children}
    </Form>
  );
}
