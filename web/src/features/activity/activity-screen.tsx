import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Section, SectionTitle } from '@/components/layout';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Empty, Failure } from '@/components/states';
import { listActivity } from '@/generated/sdk.gen';
import type { Activity } from '@/generated/types.gen';
import { writtenAddress } from '@/lib/address';
import { capitalised } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';
import { byDay } from './by-day';

const List = styled('ol')({
  maxWidth: '42rem',
  borderBottom: '1px solid var(--line)',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '5rem minmax(0, 1fr)',
    gap: '0 16px',
    paddingBlock: 12,
    borderTop: '1px solid var(--line)',
  },
});

const Time = styled('time')({ color: 'var(--ink-soft)', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' });

const Refused = styled('span')({ fontWeight: 700, color: 'var(--warn)' });

const Soft = styled('p')({ fontSize: '0.9rem', color: 'var(--ink-soft)', overflowWrap: 'anywhere' });

const More = styled('div')({ marginTop: 24 });

const PAGE = 30;

/** What was done on one's own account, by oneself and by the bank. */
export function ActivityScreen({ before }: { before?: ReactNode }) {
  const { t } = useTranslation('activity');
  const { nearDay } = useWhen();
  const zone = viewerZone();
  const query = useInfiniteQuery({
    queryKey: ['activity'],
    queryFn: async ({ pageParam, signal }) =>
      (await listActivity({ query: { limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) }, signal })).data,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const more = () => void query.fetchNextPage().then(({ isError }) => !isError && announce(t('moreDone')));
  return (
    <Page title={t('title')} lead={t('lead')} before={before}>
      <Loaded query={query}>
        {({ pages }) => {
          const days = byDay(
            pages.flatMap(({ items }) => items),
            zone,
          );
          if (days.length === 0) {
            return (
              <Empty title={t('none')}>
                <p>{t('noneDetail')}</p>
              </Empty>
            );
          }
          return days.map(({ date, activities }) => (
            <Section key={date}>
              <SectionTitle>{capitalised(nearDay(activities[0]?.at ?? date, zone))}</SectionTitle>
              <List role="list">
                {activities.map((activity) => (
                  <Line key={activity.id} activity={activity} zone={zone} />
                ))}
              </List>
            </Section>
          ));
        }}
      </Loaded>
      {query.isFetchNextPageError && <Failure error={query.error} retry={more} />}
      {query.hasNextPage && !query.isFetchNextPageError && (
        <More>
          <Button variant="outlined" disabled={query.isFetchingNextPage} onClick={more}>
            {t('more')}
          </Button>
        </More>
      )}
    </Page>
  );
}

function Line({ activity, zone }: { activity: Activity; zone: string }) {
  const { t } = useTranslation('activity');
  const { time } = useWhen();
  const { action, at, label, by, who, outcome, device } = activity;
  const address = activity.address === undefined ? undefined : writtenAddress(activity.address);
  // Some acts are refusals, and say so themselves.
  const refused = outcome === 'REFUSED' && !action.endsWith('-refused');
  const from = () => {
    if (address === undefined) return device;
    return device === undefined ? t('fromAddress', { address }) : t('from', { device, address });
  };
  return (
    <li>
      <Time dateTime={at}>{time(at, zone)}</Time>
      <div>
        <p>
          {label}
          {refused && (
            <>
              {' '}
              <Refused>({t('refused')})</Refused>
            </>
          )}
        </p>
        {by !== 'YOU' && <Soft>{t('by', { who: lowered(who) })}</Soft>}
        {from() !== undefined && <Soft>{from()}</Soft>}
      </div>
    </li>
  );
}

/** "Votre conseiller" within a sentence. */
function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
