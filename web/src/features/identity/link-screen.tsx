import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Actions, Stack } from '@/components/layout';
import { Page } from '@/components/page';
import { Failure } from '@/components/states';
import { getSecurityQueryKey } from '@/generated/@tanstack/react-query.gen';
import { abandonSignOn, linkSignOn } from '@/generated/sdk.gen';
import { sessionQuery, useSession } from '@/lib/session';

const Pair = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: '8px 20px',
  '& dt': { color: 'var(--ink-soft)' },
  '& dd': { fontWeight: 650, overflowWrap: 'anywhere' },
});

/**
 * Asks whether the one who signed on at the bank and the one who is signed in here are the same person. Asked, because two people may
 * have used one browser.
 */
export function LinkScreen({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const { account, signOnToLink } = useSession();
  const leave = async () => {
    // What is gone from the session would be asked for again.
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    onLeave();
  };
  const linking = useMutation({
    mutationFn: () => linkSignOn(),
    retry: false,
    onSuccess: async () => {
      announce(t('link.done'));
      void client.invalidateQueries({ queryKey: getSecurityQueryKey() });
      await leave();
    },
  });
  const declining = useMutation({ mutationFn: () => abandonSignOn(), onSettled: leave });
  const busy = linking.isPending || declining.isPending;
  return (
    <Page title={t('link.title')} lead={t('link.lead')}>
      <Stack style={{ maxWidth: '40rem' }}>
        {linking.isError && <Failure key={linking.submittedAt} error={linking.error} focused />}
        <Pair>
          <dt>{t('link.there')}</dt>
          <dd>{signOnToLink}</dd>
          <dt>{t('link.here')}</dt>
          <dd>
            {account?.displayName}, {account?.email}
          </dd>
        </Pair>
        <p>{t('link.sure')}</p>
        <Actions>
          <Button variant="contained" size="large" disabled={busy} onClick={() => linking.mutate()}>
            {linking.isPending ? t('link.pending') : t('link.yes')}
          </Button>
          <Button variant="outlined" size="large" disabled={busy} onClick={() => declining.mutate()}>
            {t('link.no')}
          </Button>
        </Actions>
      </Stack>
    </Page>
  );
}
