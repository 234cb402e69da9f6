import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '@/components/fields';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { HandoverDialog } from '@/components/staff/handover';
import { PlusIcon } from '@/components/staff-icons';
import { Empty } from '@/components/states';
import { listStaff } from '@/generated/sdk.gen';
import type { StaffMember } from '@/generated/types.gen';
import { omit } from '@/lib/omit';
import { capitalised } from '@/lib/time/format';
import { oneOf } from '@/lib/url';
import { usePaused } from '@/lib/use-paused';
import type { Answered, Told } from './answers';
import { InviteDialog } from './invite-dialog';
import { MemberDialog, type Act } from './member-dialogs';
import { Proposals } from './proposals';
import { ACCESSES, ROLES, type StaffSearch } from './administration-search';
import { StaffTable } from './staff-table';

const Filters = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)',
  gap: 16,
  maxWidth: '60rem',
  margin: '16px 0',
  '@media (max-width: 43rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const KEY = ['staff'];

export interface AdministrationScreenProps {
  search: StaffSearch;
  onSearch: (search: StaffSearch) => void;
}

/** Who works with Guichet, and as what. */
export function AdministrationScreen({ search, onSearch }: AdministrationScreenProps) {
  const { t } = useTranslation('administration');
  const words = useTranslation('staff').t;
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [inviting, setInviting] = useState(false);
  const [acting, setActing] = useState<{ act: Act; member: StaffMember }>();
  const [handover, setHandover] = useState<{ name: string; code: string }>();
  const [told, setTold] = useState<Told>();
  const q = usePaused(typed.trim());
  const { role, acces } = search;
  const query = useInfiniteQuery({
    queryKey: [...KEY, q, role, acces],
    queryFn: async ({ pageParam, signal }) => {
      const { data } = await listStaff({
        query: {
          ...(q !== '' && { q }),
          ...(role !== undefined && { role }),
          ...(acces !== undefined && { status: acces }),
          ...(pageParam !== '' && { cursor: pageParam }),
        },
        signal,
      });
      return data;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const tell = (told: Omit<Told, 'id'>) => setTold((before) => ({ ...told, id: (before?.id ?? 0) + 1 }));
  const refresh = () => {
    setInviting(false);
    setActing(undefined);
    void client.invalidateQueries({ queryKey: KEY });
    void client.invalidateQueries({ queryKey: [{ _id: 'listStaffProposals' }] });
  };
  const answered = ({ name, answer, done }: Answered) => {
    refresh();
    if (answer.code !== undefined) setHandover({ name, code: answer.code });
    if (answer.proposal === undefined) tell({ title: done });
    else tell({ title: t('done.proposed'), detail: t('done.proposedDetail', { name }) });
  };

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      tools={
        <Button variant="contained" startIcon={<PlusIcon />} onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      }
    >
      {told !== undefined && (
        <div style={{ marginBottom: 24 }}>
          <Notice key={told.id} title={told.title} tone={told.tone ?? 'calm'} focused={handover === undefined}>
            {told.detail !== undefined && <p>{told.detail}</p>}
          </Notice>
        </div>
      )}
      <Proposals
        onAnswered={answered}
        onClosed={(how) => {
          refresh();
          tell({ title: t(`done.${how}`) });
        }}
      />
      <Filters role="search">
        <TextField
          label={t('search')}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <SelectField
          label={t('roleFilter')}
          value={role ?? ''}
          onChange={({ target }) => {
            const chosen = oneOf(ROLES, target.value);
            onSearch({ ...omit(search, 'role'), ...(chosen !== undefined && { role: chosen }) });
          }}
        >
          <option value="">{t('anyRole')}</option>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {capitalised(words(`role.${one}`))}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('statusFilter')}
          value={acces ?? ''}
          onChange={({ target }) => {
            const chosen = oneOf(ACCESSES, target.value);
            onSearch({ ...omit(search, 'acces'), ...(chosen !== undefined && { acces: chosen }) });
          }}
        >
          <option value="">{t('anyStatus')}</option>
          {ACCESSES.map((one) => (
            <option key={one} value={one}>
              {t(`status.${one}`)}
            </option>
          ))}
        </SelectField>
      </Filters>
      <Loaded query={query}>
        {({ pages }) =>
          pages.every(({ items }) => items.length === 0) ? (
            <Empty title={t('none')}>
              <p>{t('noneDetail')}</p>
            </Empty>
          ) : (
            <StaffTable
              members={pages.flatMap(({ items }) => items)}
              onAct={(act, member) => setActing({ act, member })}
            />
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <Button variant="text" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} onAnswered={answered} />}
      {acting !== undefined && (
        <MemberDialog
          key={acting.member.id}
          {...acting}
          onClose={() => setActing(undefined)}
          onAnswered={answered}
          onStale={() => {
            refresh();
            tell({ title: t('done.stale'), detail: t('done.staleDetail'), tone: 'warn' });
          }}
        />
      )}
      {handover !== undefined && <HandoverDialog {...handover} onClose={() => setHandover(undefined)} />}
    </Page>
  );
}
