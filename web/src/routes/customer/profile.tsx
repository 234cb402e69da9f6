import { styled } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Hint } from '@/components/fields';
import { Section, SectionTitle, Stack } from '@/components/layout';
import { LinkButton } from '@/components/links';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { AppearanceForm } from '@/features/customers/appearance-form';
import { ContactForm } from '@/features/customers/contact-form';
import { getMyCustomerOptions } from '@/generated/@tanstack/react-query.gen';
import { changeLanguage } from '@/lib/i18n/i18n';
import { useLanguage } from '@/lib/i18n/use-language';

export const Route = createLazyRoute('/customer/profil')({ component: Profile });

const Known = styled('dl')({
  '& dt': { fontSize: '0.9rem', color: 'var(--ink-soft)' },
  '& dd + dt': { marginTop: 12 },
});

function Profile() {
  const { t } = useTranslation('customers');
  const client = useQueryClient();
  const language = useLanguage();
  const query = useQuery(getMyCustomerOptions());
  return (
    <Page title={t('title')}>
      <Loaded query={query}>
        {(customer) => (
          <>
            <Stack gap={1.5}>
              <Known>
                <dt>{t('identity.name')}</dt>
                <dd>
                  {customer.firstName} {customer.lastName}
                </dd>
                {customer.email !== undefined && (
                  <>
                    <dt>{t('identity.email')}</dt>
                    <dd>{customer.email}</dd>
                  </>
                )}
              </Known>
              <Hint>{t('identity.change')}</Hint>
            </Stack>
            <Section>
              <SectionTitle>{t('contact.title')}</SectionTitle>
              <ContactForm
                customer={customer}
                onLanguage={(chosen) => {
                  if (chosen !== language) void changeLanguage(chosen).then(() => client.invalidateQueries());
                }}
              />
            </Section>
          </>
        )}
      </Loaded>
      <Section>
        <SectionTitle>{t('security.title')}</SectionTitle>
        <Hint style={{ marginBottom: 12 }}>{t('security.lead')}</Hint>
        <LinkButton variant="outlined" to="/securite">
          {t('security.open')}
        </LinkButton>
      </Section>
      <Section>
        <SectionTitle>{t('appearance.title')}</SectionTitle>
        <Hint style={{ marginBottom: 12 }}>{t('appearance.lead')}</Hint>
        <AppearanceForm />
      </Section>
    </Page>
  );
}
