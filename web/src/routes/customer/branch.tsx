import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Beside } from '@/components/layout';
import { BackLink } from '@/components/links';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { PhoneLink } from '@/components/phone-link';
import { Steps } from '@/components/steps';
import { BranchHours } from '@/features/branches/branch-hours';
import { OpenState } from '@/features/branches/open-state';
import { ReasonList } from '@/features/branches/reason-list';
import { getBranchOptions, listReasonsOptions } from '@/generated/@tanstack/react-query.gen';

export const Route = createLazyRoute('/customer/agences/$branchId')({ component: Branch });

const route = getRouteApi('/customer/agences/$branchId');

const Facts = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 24,
  margin: '-20px 0 32px',
});

const Title = styled('h2')(({ theme }) => ({ ...theme.typography.h2, marginBottom: 4 }));

const Lead = styled('p')({ color: 'var(--ink-soft)', marginBottom: 16 });

function Branch() {
  const { t } = useTranslation('branches');
  const { branchId } = route.useParams();
  const branch = useQuery(getBranchOptions({ path: { id: branchId } }));
  const reasons = useQuery(listReasonsOptions({ query: { branch: branchId } }));

  const before = (
    <>
      <BackLink to="/">{t('page.back')}</BackLink>
      <Steps step={2} of={4} />
    </>
  );
  return (
    <Loaded query={branch} title={t('page.title')}>
      {(found) => (
        <Page
          title={found.name}
          lead={`${found.address.street}, ${found.address.postcode} ${found.address.town}`}
          before={before}
        >
          <Facts>
            <OpenState branch={found} />
            {found.phone !== undefined && <PhoneLink phone={found.phone} />}
          </Facts>
          <Beside>
            <section>
              <Title>{t('page.reasons')}</Title>
              <Lead>{t('page.reasonsLead')}</Lead>
              <Loaded query={reasons}>{(list) => <ReasonList branchId={branchId} reasons={list} />}</Loaded>
            </section>
            <aside>
              <BranchHours branch={found} />
            </aside>
          </Beside>
        </Page>
      )}
    </Loaded>
  );
}
