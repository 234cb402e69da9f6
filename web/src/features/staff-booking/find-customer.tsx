import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '@/components/fields';
import { PlusIcon } from '@/components/staff-icons';
import { Empty, Failure, Loading } from '@/components/states';
import { searchCustomers } from '@/generated/sdk.gen';
import type { Customer } from '@/generated/types.gen';
import { formatPhone } from '@/lib/phone';
import { useMay } from '@/lib/use-may';
import { usePaused } from '@/lib/use-paused';
import { NewCustomer } from './new-customer';

const Results = styled('ul')({
  listStyle: 'none',
  margin: '8px 0 16px',
  borderBottom: '1px solid var(--line)',
});

const Result = styled('button')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'center',
  gap: '0 24px',
  width: '100%',
  minHeight: 'var(--target)',
  padding: '6px 8px',
  textAlign: 'left',
  background: 'none',
  border: 0,
  borderTop: '1px solid var(--line)',
  cursor: 'pointer',
  '& span': { color: 'var(--ink-soft)' },
  '&:hover': { background: 'var(--accent-wash)' },
  '&:focus-visible': { outlineOffset: -2 },
});

const Count = styled('p')({ marginTop: 16, color: 'var(--ink-soft)' });

export interface FindCustomerProps {
  branchId: string;
  onFound: (customer: Customer) => void;
}

/** By name, e-mail or phone. What is typed goes in the body of the question, never into an address or a log. */
export function FindCustomer({ branchId, onFound }: FindCustomerProps) {
  const { t } = useTranslation('staff-booking');
  const [typed, setTyped] = useState('');
  const [creating, setCreating] = useState(false);
  const registers = useMay('registerCustomer');
  const q = usePaused(typed.trim());
  const ready = q.length >= 2;
  const search = useInfiniteQuery({
    queryKey: ['searchCustomers', branchId, q],
    queryFn: async ({ pageParam, signal }) => {
      const { data } = await searchCustomers({
        body: { q, limit: 10, ...(pageParam !== '' && { cursor: pageParam }) },
        signal,
      });
      return data;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: ready && !creating,
    // Personal data: not kept longer than the screen needs it.
    gcTime: 30_000,
  });
  const found = search.data?.pages.flatMap(({ items }) => items) ?? [];

  if (creating) return <NewCustomer typed={typed} onDone={onFound} onCancel={() => setCreating(false)} />;
  return (
    <>
      <TextField
        label={t('who.search')}
        hint={t('who.hint')}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {ready && search.isPending && <Loading lines={3} label={t('who.loading')} />}
      {search.isError && <Failure error={search.error} retry={() => void search.refetch()} />}
      {ready && search.isSuccess && found.length === 0 && (
        <Empty title={t('who.none', { q })}>
          <p>{t(registers ? 'who.noneDetail' : 'who.noneElsewhere')}</p>
        </Empty>
      )}
      {ready && found.length > 0 && (
        <>
          <Count role="status">{t('who.found', { count: found.length })}</Count>
          <Results role="list">
            {found.map((customer) => (
              <li key={customer.id}>
                <Result type="button" onClick={() => onFound(customer)}>
                  <strong>{nameOf(customer)}</strong>
                  <span>{contactOf(customer) ?? t('who.noContact')}</span>
                </Result>
              </li>
            ))}
          </Results>
          {search.hasNextPage && (
            <Button variant="text" disabled={search.isFetchingNextPage} onClick={() => void search.fetchNextPage()}>
              {t('who.more')}
            </Button>
          )}
        </>
      )}
      {registers && (
        <p style={{ marginTop: 16 }}>
          <Button variant="outlined" startIcon={<PlusIcon />} onClick={() => setCreating(true)}>
            {t('who.new')}
          </Button>
        </p>
      )}
    </>
  );
}

export function nameOf({ firstName, lastName }: Pick<Customer, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`;
}

export function contactOf({ phone, email }: Customer): string | undefined {
  const parts = [phone == null ? undefined : formatPhone(phone), email ?? undefined].filter((one) => one !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
