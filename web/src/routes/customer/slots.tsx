import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink, LinkButton } from '@/components/links';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { SlotPicker } from '@/components/slots/slot-picker';
import { Empty } from '@/components/states';
import { Steps } from '@/components/steps';
import { AdviserField } from '@/features/appointments/adviser-field';
import { getBranchOptions, listReasonsOptions } from '@/generated/@tanstack/react-query.gen';
import { sessionQuery } from '@/lib/session';
import { stringifySearch } from '@/lib/url';

export const Route = createLazyRoute('/customer/agences/$branchId/creneaux')({ component: Slots });

const route = getRouteApi('/customer/agences/$branchId/creneaux');

function Slots() {
  const { t } = useTranslation('appointments');
  const { branchId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const branch = useQuery(getBranchOptions({ path: { id: branchId } }));
  const reasons = useQuery(listReasonsOptions({ query: { branch: branchId } }));
  const reason = reasons.data?.find(({ id }) => id === search.motif);

  const before = (
    <>
      <BackLink to="/agences/$branchId" params={{ branchId }}>
        {t('slots.back')}
      </BackLink>
      <Steps step={3} of={4} />
    </>
  );
  const lead =
    branch.data !== undefined && reason !== undefined
      ? t('slots.context', { reason: reason.name, minutes: reason.durationMinutes, branch: branch.data.name })
      : undefined;

  return (
    <Page title={t('slots.title')} lead={lead} before={before}>
      <Loaded query={branch}>
        {({ zone }) => (
          <Loaded query={reasons}>
            {() =>
              reason === undefined ? (
                <Empty title={t('slots.unknownReason')}>
                  <p>{t('slots.unknownReasonDetail')}</p>
                  <LinkButton variant="contained" to="/agences/$branchId" params={{ branchId }}>
                    {t('slots.chooseReason')}
                  </LinkButton>
                </Empty>
              ) : (
                <>
                  {session?.signedIn === true && (
                    <AdviserField
                      branchId={branchId}
                      reasonId={reason.id}
                      value={search.conseiller}
                      onChange={(conseiller) =>
                        void navigate({ search: { ...search, conseiller }, replace: true, resetScroll: false })
                      }
                    />
                  )}
                  <SlotPicker
                    branchId={branchId}
                    reasonId={reason.id}
                    zone={zone}
                    adviserId={search.conseiller}
                    search={search}
                    onSearch={(change) =>
                      void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false })
                    }
                    onPick={(slot) =>
                      void navigate({
                        to: '/agences/$branchId/confirmer',
                        params: { branchId },
                        search: { ...search, debut: slot.start },
                      })
                    }
                  />
                  {session?.signedIn === false && (
                    <p style={{ marginTop: 32 }}>
                      <SignInLink />
                    </p>
                  )}
                </>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function SignInLink() {
  const { t } = useTranslation('appointments');
  const { branchId } = route.useParams();
  const search = route.useSearch();
  return (
    <Link to="/connexion" search={{ suite: `/agences/${branchId}/creneaux${stringifySearch({ ...search })}` }}>
      {t('slots.adviserSignIn')}
    </Link>
  );
}
