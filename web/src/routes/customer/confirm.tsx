import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, getRouteApi, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '@/components/layout';
import { BackLink, LinkButton } from '@/components/links';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Empty } from '@/components/states';
import { Steps } from '@/components/steps';
import { ConfirmBooking } from '@/features/appointments/confirm-booking';
import { SignIn } from '@/features/identity/sign-in';
import { getBranchOptions, listReasonsOptions } from '@/generated/@tanstack/react-query.gen';
import { isCustomer, sessionQuery } from '@/lib/session';

export const Route = createLazyRoute('/customer/agences/$branchId/confirmer')({ component: Confirm });

const route = getRouteApi('/customer/agences/$branchId/confirmer');

function Confirm() {
  const { t } = useTranslation('appointments');
  const { branchId } = route.useParams();
  const { debut, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const here = useLocation({ select: ({ href }) => href });
  const session = useQuery(sessionQuery);
  const branch = useQuery(getBranchOptions({ path: { id: branchId } }));
  const reasons = useQuery(listReasonsOptions({ query: { branch: branchId } }));
  const reason = reasons.data?.find(({ id }) => id === search.motif);

  const others = () => void navigate({ to: '/agences/$branchId/creneaux', params: { branchId }, search });
  return (
    <Page
      title={t('confirm.title')}
      before={
        <>
          <BackLink to="/agences/$branchId/creneaux" params={{ branchId }} search={search}>
            {t('confirm.back')}
          </BackLink>
          <Steps step={4} of={4} />
        </>
      }
    >
      <Loaded query={session}>
        {(who) => (
          <Loaded query={branch}>
            {(where) => (
              <Loaded query={reasons}>
                {() =>
                  reason === undefined || debut === undefined ? (
                    <Empty title={t('slots.unknownReason')}>
                      <LinkButton variant="contained" to="/agences/$branchId" params={{ branchId }}>
                        {t('slots.chooseReason')}
                      </LinkButton>
                    </Empty>
                  ) : (
                    <ConfirmBooking
                      key={debut}
                      branch={where}
                      reason={reason}
                      start={debut}
                      adviserId={search.conseiller}
                      signedIn={isCustomer(who)}
                      signIn={
                        <section>
                          <SectionTitle>{t('confirm.signIn')}</SectionTitle>
                          <p style={{ marginBottom: 24 }}>{t('confirm.signInDetail')}</p>
                          <SignIn next={here} />
                        </section>
                      }
                      onPick={(slot) => void navigate({ search: { ...search, debut: slot.start }, replace: true })}
                      onOther={others}
                      onBooked={({ id }) =>
                        void navigate({
                          to: '/rendez-vous/$appointmentId/confirme',
                          params: { appointmentId: id },
                          replace: true,
                        })
                      }
                    />
                  )
                }
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
