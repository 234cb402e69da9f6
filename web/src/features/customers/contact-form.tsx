import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { SelectField, TextField } from '@/components/fields';
import { Stack } from '@/components/layout';
import { Notice } from '@/components/notice';
import { Failure } from '@/components/states';
import { getMyCustomerQueryKey } from '@/generated/@tanstack/react-query.gen';
import { changeMyContact } from '@/generated/sdk.gen';
import type { Customer } from '@/generated/types.gen';
import { ifMatch } from '@/lib/api/headers';
import { isProblem } from '@/lib/api/problems';
import { languages } from '@/lib/i18n/language';
import { formatPhone } from '@/lib/phone';

const contact = z.object({
  // Empty is allowed; else digits as people write them, with at least as many as a French number has.
  phone: z.string().check(z.trim(), z.regex(/^$|^(?:\+|0)[\d\s.\-()/\u00a0]{8,24}$/, 'phoneWrong')),
  language: z.enum(languages),
});

type Contact = z.infer<typeof contact>;

export interface ContactFormProps {
  customer: Customer;
  onLanguage: (language: Contact['language']) => void;
}

export function ContactForm({ customer, onLanguage }: ContactFormProps) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const { register, handleSubmit, formState } = useForm<Contact>({
    resolver: zodResolver(contact),
    defaultValues: { phone: formatPhone(customer.phone ?? ''), language: customer.language },
  });

  const keep = (customer: Customer) => client.setQueryData(getMyCustomerQueryKey(), customer);
  const save = useMutation({
    mutationFn: async ({ phone, language }: Contact) => {
      const compact = phone.replaceAll(/[\s.\-()/\u00a0]/g, '');
      const { data } = await changeMyContact({
        body: { language, ...(compact !== '' && { phone: compact }) },
        headers: ifMatch(customer),
      });
      return data;
    },
    onSuccess: (saved) => {
      keep(saved);
      onLanguage(saved.language);
    },
    onError: (error) => {
      if (isProblem(error, 'stale') && error.current !== undefined) keep(error.current as Customer);
    },
  });

  const stale = isProblem(save.error, 'stale');
  const phoneError =
    formState.errors.phone === undefined
      ? isProblem(save.error)
        ? save.error.fieldMessage('phone')
        : undefined
      : t('contact.phoneWrong');

  return (
    <form noValidate onSubmit={(event) => void handleSubmit((values) => save.mutate(values))(event)}>
      <Stack style={{ maxWidth: '26rem' }}>
        {save.isSuccess && <Notice key={save.submittedAt} title={t('contact.done')} focused />}
        {stale && (
          <Notice key={save.submittedAt} tone="warn" title={t('contact.stale')} focused>
            <p>
              {t('contact.staleDetail', {
                phone: customer.phone === undefined ? t('contact.noPhone') : formatPhone(customer.phone),
              })}
            </p>
          </Notice>
        )}
        {save.isError && !stale && phoneError === undefined && (
          <Failure key={save.submittedAt} error={save.error} focused />
        )}
        <TextField
          label={t('contact.phone')}
          hint={t('contact.phoneHint')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          error={phoneError}
          {...register('phone')}
        />
        <SelectField label={t('contact.language')} {...register('language')}>
          {languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {common(`language.${language}`)}
            </option>
          ))}
        </SelectField>
        <div>
          <Button type="submit" variant="contained" disabled={save.isPending}>
            {save.isPending ? t('contact.pending') : t('contact.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
