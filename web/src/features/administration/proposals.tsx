import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Actions, Section, SectionTitle } from '@/components/layout';
import { Failure } from '@/components/states';
import { listStaffProposalsOptions } from '@/generated/@tanstack/react-query.gen';
import { approveStaffProposal, rejectStaffProposal, withdrawStaffProposal } from '@/generated/sdk.gen';
import type { StaffProposal } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';
import type { Answered } from './answers';

const List = styled('ul')({
  listStyle: 'none',
  borderBottom: '1px solid var(--line)',
  '& li': { padding: '12px 0', borderTop: '1px solid var(--line)' },
  '& li > * + *': { marginTop: 8 },
  '& strong': { fontWeight: 650 },
});

const Soft = styled('p')({ color: 'var(--ink-soft)' });

export interface ProposalsProps {
  onAnswered: (answered: Answered) => void;
  /** Nothing was done to an account: the question is closed. */
  onClosed: (how: 'rejected' | 'withdrawn') => void;
}

/** What waits for a second administrator. Nothing is shown where nothing waits. */
export function Proposals({ onAnswered, onClosed }: ProposalsProps) {
  const { t } = useTranslation('administration');
  const proposals = useQuery(listStaffProposalsOptions());
  if (proposals.isError) return <Failure error={proposals.error} retry={() => void proposals.refetch()} />;
  if (proposals.data === undefined || proposals.data.items.length === 0) return null;
  return (
    <Section aria-labelledby="proposals" style={{ marginBottom: 32 }}>
      <SectionTitle id="proposals">{t('proposals.title')}</SectionTitle>
      <List role="list">
        {proposals.data.items.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} onAnswered={onAnswered} onClosed={onClosed} />
        ))}
      </List>
    </Section>
  );
}

function Proposal({ proposal, onAnswered, onClosed }: ProposalsProps & { proposal: StaffProposal }) {
  const { t } = useTranslation('administration');
  const words = useTranslation('staff').t;
  const { soon } = useWhen();
  const { id, kind, displayName, email, roles, reason, proposedBy, proposedAt, expiresAt } = proposal;
  const { mayDecide, mayWithdraw } = proposal;
  const what = t(`proposals.kind.${kind}`, {
    name: displayName,
    email,
    roles: (roles ?? []).map((role) => words(`role.${role}`)).join(', '),
  });
  const approving = useMutation({
    mutationFn: async () => (await approveStaffProposal({ path: { id } })).data,
    onSuccess: (answer) => onAnswered({ name: displayName, answer, done: t('done.approved') }),
  });
  const closing = useMutation({
    mutationFn: async (how: 'rejected' | 'withdrawn') => {
      await (how === 'rejected' ? rejectStaffProposal({ path: { id } }) : withdrawStaffProposal({ path: { id } }));
      return how;
    },
    onSuccess: onClosed,
  });
  const failed = approving.isError ? approving : closing.isError ? closing : undefined;
  const pending = approving.isPending || closing.isPending;
  return (
    <li>
      <p>
        <strong>{what}</strong>
      </p>
      {reason !== undefined && <p>{t('proposals.reason', { reason: t(`reason.${reason}`) })}</p>}
      <Soft>
        {t(mayWithdraw ? 'proposals.askedByYou' : 'proposals.asked', {
          who: proposedBy.displayName,
          when: soon(proposedAt, viewerZone()),
          until: soon(expiresAt, viewerZone()),
        })}
      </Soft>
      {failed !== undefined && <Failure key={failed.submittedAt} error={failed.error} focused />}
      {mayDecide && (
        <Actions>
          <Button
            variant="contained"
            disabled={pending}
            aria-label={t('proposals.approveWhat', { what })}
            onClick={() => approving.mutate()}
          >
            {t('proposals.approve')}
          </Button>
          <Button
            variant="outlined"
            disabled={pending}
            aria-label={t('proposals.rejectWhat', { what })}
            onClick={() => closing.mutate('rejected')}
          >
            {t('proposals.reject')}
          </Button>
        </Actions>
      )}
      {mayWithdraw && (
        <Button
          variant="outlined"
          disabled={pending}
          aria-label={t('proposals.withdrawWhat', { what })}
          onClick={() => closing.mutate('withdrawn')}
        >
          {t('proposals.withdraw')}
        </Button>
      )}
      {!mayDecide && !mayWithdraw && <Soft>{t('proposals.about')}</Soft>}
    </li>
  );
}
