import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { announce } from '@/components/announcer';
import { SelectField, TextField } from '@/components/fields';
import { Actions, Stack } from '@/components/layout';
import { Failure } from '@/components/states';
import { registerCustomer } from '@/generated/sdk.gen';
import type { Customer } from '@/generated/types.gen';
import { forgetIntent, idempotencyKey } from '@/lib/api/headers';
import { isProblem } from '@/lib/api/problems';

const person = z
  .object({
    firstName: z.string().check(z.trim(), z.minLength(1, 'firstName'), z.maxLength(100)),
    lastName: z.string().check(z.trim(), z.minLength(1, 'lastName'), z.maxLength(100)),
    email: z.string().check(z.trim(), z.regex(/^$|^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email')),
    phone: z.string().check(z.trim(), z.maxLength(30)),
    language: z.enum(['fr', 'en']),
  })
  .check(z.refine(({ email, phone }) => email !== '' || phone !== '', { error: 'contact', path: ['phone'] }));

type Person = z.infer<typeof person>;
const known = ['firstName', 'lastName', 'email', 'contact'] as const;

export interface NewCustomerProps {
  /** What was searched for and not found: very likely the name. */
  typed: string;
  onDone: (customer: Customer) => void;
  onCancel: () => void;
}

export function NewCustomer({ typed, onDone, onCancel }: NewCustomerProps) {
  const { t } = useTranslation('staff-booking');
  const { register, handleSubmit, formState } = useForm<Person>({
    resolver: zodResolver(person),
    defaultValues: { ...guess(typed), language: 'fr' },
  });
  const creation = useMutation({
    mutationFn: async ({ email, phone, ...rest }: Person) => {
      const body = { ...rest, ...(email !== '' && { email }), ...(phone !== '' && { phone }) };
      const intent = `new customer ${JSON.stringify(body)}`;
      const { data } = await registerCustomer({ body, headers: idempotencyKey(intent) });
      forgetIntent(intent);
      return data;
    },
    onSuccess: (customer) => {
      announce(t('new.done', { customer: `${customer.firstName} ${customer.lastName}` }));
      onDone(customer);
    },
  });
  const refused = isProblem(creation.error, 'invalid-request') ? creation.error : undefined;
  const wrong = (field: keyof Person) => {
    const key = known.find((one) => one === formState.errors[field]?.message);
    return key === undefined ? refused?.fieldMessage(field) : t(`new.error.${key}`);
  };

  return (
    <form noValidate onSubmit={(event) => void handleSubmit((values) => creation.mutate(values))(event)}>
      <Stack gap={2}>
        <h3>{t('new.title')}</h3>
        {creation.isError && refused === undefined && (
          <Failure key={creation.submittedAt} error={creation.error} focused />
        )}
        <TextField
          label={t('new.firstName')}
          autoComplete="off"
          error={wrong('firstName')}
          {...register('firstName')}
        />
        <TextField label={t('new.lastName')} autoComplete="off" error={wrong('lastName')} {...register('lastName')} />
        <TextField
          label={t('new.phone')}
          hint={t('new.phoneHint')}
          type="tel"
          autoComplete="off"
          error={wrong('phone')}
          {...register('phone')}
        />
        <TextField
          label={t('new.email')}
          type="email"
          autoComplete="off"
          error={wrong('email')}
          {...register('email')}
        />
        <SelectField label={t('new.language')} {...register('language')}>
          <option value="fr">{t('new.fr')}</option>
          <option value="en">{t('new.en')}</option>
        </SelectField>
        <Actions>
          <Button type="submit" variant="contained" disabled={creation.isPending}>
            {t('new.create')}
          </Button>
          <Button variant="outlined" onClick={onCancel}>
            {t('new.cancel')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

function guess(typed: string): Pick<Person, 'firstName' | 'lastName' | 'email' | 'phone'> {
  const text = typed.trim();
  const nobody = { firstName: '', lastName: '', email: '', phone: '' };
  if (text.includes('@')) return { ...nobody, email: text };
  if (/^[+\d][\d .]*$/.test(text)) return { ...nobody, phone: text };
  const [firstName = '', ...rest] = text.split(/\s+/);
  return rest.length === 0 ? { ...nobody, lastName: firstName } : { ...nobody, firstName, lastName: rest.join(' ') };
}
