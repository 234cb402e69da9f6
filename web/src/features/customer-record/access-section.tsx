import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Actions, Stack } from '@/components/layout';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { HandoverDialog } from '@/components/staff/handover';
import { Failure } from '@/components/states';
import { getCustomerAccessOptions, getCustomerAccessQueryKey } from '@/generated/@tanstack/react-query.gen';
import { giveCustomerAccess, suspendCustomerAccess } from '@/generated/sdk.gen';
import type { Customer } from '@/generated/types.gen';

type Act = 'give' | 'again' | 'suspend';

/** Giving access is for those who have the person before them: the code goes by hand. */
export function AccessSection({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer-record');
  const client = useQueryClient();
  const [asked, setAsked] = useState<Act>();
  const [done, setDone] = useState<'given' | 'suspended'>();
  const [code, setCode] = useState<string>();
  const path = { id: customer.id };
  const name = `${customer.firstName} ${customer.lastName}`;
  const access = useQuery(getCustomerAccessOptions({ path }));
  const acting = useMutation({
    mutationFn: async (act: Act) => {
      if (act !== 'suspend') return (await giveCustomerAccess({ path })).data.code;
      await suspendCustomerAccess({ path });
      return undefined;
    },
    onSuccess: (given) => {
      setAsked(undefined);
      setCode(given);
      setDone(given === undefined ? 'suspended' : 'given');
      void client.invalidateQueries({ queryKey: getCustomerAccessQueryKey({ path }) });
    },
  });
  const ask = (act: Act) => {
    acting.reset();
    setDone(undefined);
    setAsked(act);
  };
  return (
    <Stack gap={2}>
      {done !== undefined && <Notice title={t(`access.${done}`)} focused={code === undefined} />}
      <Loaded query={access} lines={1}>
        {({ state }) => (
          <>
            <p>{t(`access.state.${state}`)}</p>
            {state === 'NONE' && customer.email === undefined ? (
              <p>{t('access.noEmail')}</p>
            ) : (
              <Actions>
                <Button variant="outlined" onClick={() => ask(state === 'NONE' ? 'give' : 'again')}>
                  {t(state === 'NONE' ? 'access.give' : 'access.again')}
                </Button>
                {state === 'ACTIVE' && (
                  <Button variant="outlined" onClick={() => ask('suspend')}>
                    {t('access.suspend')}
                  </Button>
                )}
              </Actions>
            )}
          </>
        )}
      </Loaded>
      {asked !== undefined && (
        <Dialog
          open
          title={t(`access.${asked}Title`, { name })}
          onClose={() => setAsked(undefined)}
          actions={
            <>
              <Button variant="contained" disabled={acting.isPending} onClick={() => acting.mutate(asked)}>
                {t(`access.${asked}`)}
              </Button>
              <Button variant="outlined" onClick={() => setAsked(undefined)}>
                {t('access.cancel')}
              </Button>
            </>
          }
        >
          {acting.isError && <Failure key={acting.submittedAt} error={acting.error} focused />}
          <p>{t(`access.${asked}Lead`, { email: customer.email })}</p>
        </Dialog>
      )}
      {code !== undefined && <HandoverDialog name={name} code={code} onClose={() => setCode(undefined)} />}
    </Stack>
  );
}
