import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Stack } from '@/components/layout';
import { LinkButton } from '@/components/links';
import { Empty, Failure, Loading } from '@/components/states';
import { OfferBanner } from './offer-banner';
import { appointmentsQuery, type When } from './queries';
import { useLiveVisits } from './use-live-visits';
import { VisitTicket } from './visit-ticket';

export function VisitList({ when, customerId }: { when: When; customerId: string | undefined }) {
  const { t } = useTranslation('appointments');
  const query = useInfiniteQuery(appointmentsQuery(when));
  useLiveVisits(customerId);

  if (query.isPending) return <Loading lines={6} />;
  if (query.isError && query.data === undefined) {
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  }
  const visits = query.data.pages.flatMap(({ items }) => items);
  if (visits.length === 0) {
    return (
      <Empty title={t(`list.none.${when}`)}>
        {when === 'UPCOMING' && (
          <LinkButton to="/" variant="contained">
            {t('list.book')}
          </LinkButton>
        )}
      </Empty>
    );
  }
  return (
    <Stack>
      <Stack as="ul" role="list">
        {visits.map((visit) => (
          <Stack as="li" gap={1.5} key={visit.id}>
            {when === 'UPCOMING' && <OfferBanner visit={visit} />}
            <VisitTicket visit={visit} linked />
          </Stack>
        ))}
      </Stack>
      {query.hasNextPage && (
        <div>
          <Button variant="outlined" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
