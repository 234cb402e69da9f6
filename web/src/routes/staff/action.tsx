import { createLazyRoute, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionScreen } from '@/features/branch-day/action-screen';
import { ForBranch } from './branch-choice';

export const Route = createLazyRoute('/equipe/a-traiter')({ component: Action });

const route = getRouteApi('/equipe/a-traiter');

function Action() {
  const { t } = useTranslation('branch-day');
  const { agence, rdv } = route.useSearch();
  const navigate = useNavigate();
  const named = agence === undefined ? {} : { agence };
  return (
    <ForBranch
      named={agence}
      title={t('action.title')}
      onName={(id) => void navigate({ to: '/equipe/a-traiter', search: { agence: id } })}
    >
      {(branchId, picker) => (
        <ActionScreen
          branchId={branchId}
          chosen={rdv}
          before={picker}
          onChoose={(id) =>
            void navigate({
              to: '/equipe/a-traiter',
              search: { ...named, ...(id !== undefined && { rdv: id }) },
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
    </ForBranch>
  );
}
