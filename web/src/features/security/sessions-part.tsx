import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/loaded';
import { Failure } from '@/components/states';
import { listSessionsOptions, listSessionsQueryKey } from '@/generated/@tanstack/react-query.gen';
import { endOtherSessions, endSession } from '@/generated/sdk.gen';
import type { OpenSession } from '@/generated/types.gen';
import { writtenAddress } from '@/lib/address';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';
import { Ask } from './ask';
import { Explain, Part, type Done } from './part';
import { Rows, Soft } from './rows';

/** Where this account is signed in, and how to end that. */
export function SessionsPart() {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const query = useQuery(listSessionsOptions());
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<Done>();
  const changed = () => client.invalidateQueries({ queryKey: listSessionsQueryKey() });
  const end = useMutation({
    mutationFn: (id: string) => endSession({ path: { id } }),
    onMutate: () => setDone(undefined),
    onSuccess: async () => {
      await changed();
      setDone({ title: t('sessions.ended') });
    },
  });
  const endOthers = useMutation({
    mutationFn: () => endOtherSessions(),
    onSuccess: async () => {
      await changed();
      setAsking(false);
      setDone({ title: t('sessions.othersEnded') });
    },
  });
  const ask = () => {
    setDone(undefined);
    setAsking(true);
  };
  return (
    <Part title={t('sessions.title')} done={done}>
      <Explain>{t('sessions.explain')}</Explain>
      {end.isError && <Failure key={end.submittedAt} error={end.error} focused />}
      <Loaded query={query}>
        {({ items }) => (
          <>
            <Rows role="list">
              {items.map((session) => (
                <Row key={session.id} session={session} busy={end.isPending} onEnd={() => end.mutate(session.id)} />
              ))}
            </Rows>
            {items.length > 1 ? (
              <Button variant="outlined" onClick={ask}>
                {t('sessions.others')}
              </Button>
            ) : (
              <p>{t('sessions.alone')}</p>
            )}
          </>
        )}
      </Loaded>
      {asking && (
        <Ask
          title={t('sessions.othersTitle')}
          submit={t('sessions.othersSubmit')}
          pending={t('sessions.othersPending')}
          act={endOthers}
          onAct={() => endOthers.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('sessions.othersDetail')}</p>
        </Ask>
      )}
    </Part>
  );
}

function Row({ session, busy, onEnd }: { session: OpenSession; busy: boolean; onEnd: () => void }) {
  const { t } = useTranslation('security');
  const { soon } = useWhen();
  const { current, address, beganAt, lastUsedAt, device = t('sessions.unknown') } = session;
  return (
    <li>
      <div>
        <p>
          <strong>{device}</strong>
          {current && ` (${t('sessions.current')})`}
        </p>
        <Soft>{t('sessions.used', { when: soon(lastUsedAt, viewerZone()), address: writtenAddress(address) })}</Soft>
        <Soft>{t('sessions.began', { when: soon(beganAt, viewerZone()) })}</Soft>
      </div>
      {!current && (
        <Button variant="text" disabled={busy} aria-label={t('sessions.endWhat', { device })} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
