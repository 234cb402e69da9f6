import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, SectionTitle } from '@/components/layout';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { PhoneLink } from '@/components/phone-link';
import { getCustomerOptions } from '@/generated/@tanstack/react-query.gen';
import { useMay } from '@/lib/use-may';
import { AccessSection } from './access-section';

const Facts = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  alignItems: 'center',
  gap: '6px 20px',
  '& dt': { color: 'var(--ink-soft)' },
  '& dd': { overflowWrap: 'anywhere' },
});

export interface RecordScreenProps {
  customerId: string;
  before: ReactNode;
  tools: ReactNode;
}

/** What the bank knows of a customer, and whether he can come in online. */
export function RecordScreen({ customerId, before, tools }: RecordScreenProps) {
  const { t } = useTranslation('customer-record');
  const givesAccess = useMay('giveCustomerAccess');
  // Personal data: not kept longer than the screen needs it.
  const customer = useQuery({ ...getCustomerOptions({ path: { id: customerId } }), gcTime: 30_000 });
  return (
    <Loaded query={customer} title={t('title')}>
      {(record) => {
        const { firstName, lastName, email, phone, language } = record;
        return (
          <Page title={`${firstName} ${lastName}`} before={before} tools={tools}>
            <Facts>
              <dt>{t('email')}</dt>
              <dd>{email ?? t('missing')}</dd>
              <dt>{t('phone')}</dt>
              <dd>{phone === undefined ? t('missing') : <PhoneLink phone={phone} />}</dd>
              <dt>{t('language')}</dt>
              <dd>{t(language)}</dd>
            </Facts>
            {givesAccess && (
              <Section>
                <SectionTitle>{t('access.title')}</SectionTitle>
                <AccessSection customer={record} />
              </Section>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}
