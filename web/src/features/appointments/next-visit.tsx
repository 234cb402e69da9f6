import { styled } from '@mui/material/styles';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { OfferBanner } from './offer-banner';
import { appointmentsQuery } from './queries';
import { useLiveVisits } from './use-live-visits';
import { VisitTicket } from './visit-ticket';

const Block = styled('section')({ display: 'grid', gap: 12, marginBottom: 32 });

const Title = styled('h2')(({ theme }) => ({ ...theme.typography.h3 }));

/** On the home screen: what comes next, and an earlier slot if one is on offer. Nothing when there is nothing. */
export function NextVisit({ customerId }: { customerId: string }) {
  const { t } = useTranslation('appointments');
  const { data } = useInfiniteQuery(appointmentsQuery('UPCOMING'));
  useLiveVisits(customerId);
  const next = data?.pages[0]?.items[0];
  if (next === undefined) return null;
  return (
    <Block>
      <Title>{t('next')}</Title>
      <OfferBanner visit={next} />
      <VisitTicket visit={next} linked />
    </Block>
  );
}
