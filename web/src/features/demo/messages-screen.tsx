import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Empty } from '@/components/states';
import { listDemoMessagesOptions } from '@/generated/@tanstack/react-query.gen';
import type { DemoMessage } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';

const List = styled('ol')({
  maxWidth: '42rem',
  borderBottom: '1px solid var(--line)',
  '& > li': { paddingBlock: 20, borderTop: '1px solid var(--line)' },
});

const Subject = styled('h2')(({ theme }) => theme.typography.h3);

const Soft = styled('p')({ fontSize: '0.9rem', color: 'var(--ink-soft)', overflowWrap: 'anywhere' });

const Body = styled('p')({ marginTop: 8, whiteSpace: 'pre-line', overflowWrap: 'anywhere' });

const EVERY = 3_000;

/** Where those who try Guichet out read what would have been sent. */
export function MessagesScreen() {
  const { t } = useTranslation('demo');
  const query = useQuery({ ...listDemoMessagesOptions(), refetchInterval: EVERY });
  useArrivals(query.data?.items[0]?.id, t('arrived'));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('none')}>
              <p>{t('noneDetail')}</p>
            </Empty>
          ) : (
            <List role="list">
              {items.map((message) => (
                <Message key={message.id} message={message} />
              ))}
            </List>
          )
        }
      </Loaded>
    </Page>
  );
}

function useArrivals(newest: string | undefined, words: string) {
  const before = useRef(newest);
  useEffect(() => {
    if (before.current !== undefined && newest !== before.current) announce(words);
    before.current = newest;
  }, [newest, words]);
}

function Message({ message }: { message: DemoMessage }) {
  const { t } = useTranslation('demo');
  const { soon } = useWhen();
  const { channel, to, sentAt, subject, body } = message;
  return (
    <li>
      <Subject>{subject}</Subject>
      <Soft>
        {t('to', { channel: t(channel === 'EMAIL' ? 'mail' : 'text'), to, when: soon(sentAt, viewerZone()) })}
      </Soft>
      <Body>
        <Linked text={body} />
      </Body>
    </li>
  );
}

/** Links of ours can be followed, as they could in a mailbox. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    part.startsWith(window.location.origin) ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
