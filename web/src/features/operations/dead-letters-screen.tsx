import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Empty, Failure } from '@/components/states';
import { listDeadLetters, replayDeadLetter } from '@/generated/sdk.gen';
import type { DeadLetter } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';

const List = styled('ul')({
  listStyle: 'none',
  borderBottom: '1px solid var(--line)',
  '& li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '0 24px',
    padding: '12px 4px',
    borderTop: '1px solid var(--line)',
  },
  '& code': { font: 'inherit', overflowWrap: 'anywhere' },
  '& small': { fontSize: '0.9rem', color: 'var(--ink-soft)' },
});

const KEY = ['deadLetters'];

/** What no listener could take: kept until someone has removed the cause and replays it. */
export function DeadLettersScreen() {
  const { t } = useTranslation('operations');
  const query = useInfiniteQuery({
    queryKey: KEY,
    queryFn: async ({ pageParam, signal }) =>
      (await listDeadLetters({ query: { limit: 50, ...(pageParam !== '' && { cursor: pageParam }) }, signal })).data,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={query}>
        {({ pages }) =>
          pages.every(({ items }) => items.length === 0) ? (
            <Empty title={t('none')}>
              <p>{t('noneDetail')}</p>
            </Empty>
          ) : (
            <List role="list">
              {pages
                .flatMap(({ items }) => items)
                .map((letter) => (
                  <Letter key={letter.id} letter={letter} />
                ))}
            </List>
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <Button variant="text" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}

function Letter({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation('operations');
  const { dayTime } = useWhen();
  const client = useQueryClient();
  const { id, type, listener, lastFailed, attempts, message, replayed } = letter;
  const replay = useMutation({
    mutationFn: () => replayDeadLetter({ path: { id } }),
    onSuccess: async () => {
      announce(t('replayed'));
      await client.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <li>
      <div>
        <p>
          <strong>{type}</strong> → {listener}
        </p>
        <p>
          <code>{message}</code>
        </p>
        <small>
          {dayTime(lastFailed, viewerZone(), 'short')} · {t('attempts', { count: attempts })}
          {replayed != null && ` · ${t('again')}`}
        </small>
        {replay.isError && <Failure error={replay.error} />}
      </div>
      <Button
        variant="outlined"
        disabled={replay.isPending}
        aria-label={t('replayWhat', { event: type, listener })}
        onClick={() => replay.mutate()}
      >
        {t('replay')}
      </Button>
    </li>
  );
}
