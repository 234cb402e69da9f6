import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/components/fields';
import { Dialog } from '@/components/dialog';
import { Stack } from '@/components/layout';
import { Notice } from '@/components/notice';
import { Failure } from '@/components/states';
import { changeStaffRoles, inviteStaffAgain, reinstateStaff, suspendStaff } from '@/generated/sdk.gen';
import type { StaffAnswer, StaffMember, SuspendStaff } from '@/generated/types.gen';
import { ifMatch } from '@/lib/api/headers';
import { isProblem } from '@/lib/api/problems';
import type { Answered } from './answers';
import { RolesFields, rolesOf, type RolesDraft } from './roles-fields';

export type Act = 'roles' | 'suspend' | 'reinstate' | 'again';

export interface MemberDialogProps {
  act: Act;
  member: StaffMember;
  onClose: () => void;
  onAnswered: (answered: Answered) => void;
  /** Somebody was faster. */
  onStale: () => void;
}

/** Asks once more before somebody's access changes; says what will happen, and to whom. */
export function MemberDialog(props: MemberDialogProps) {
  switch (props.act) {
    case 'roles':
      return <ChangeRoles {...props} />;
    case 'suspend':
      return <Suspend {...props} />;
    case 'reinstate':
      return <Reinstate {...props} />;
    case 'again':
      return <InviteAgain {...props} />;
  }
}

function ChangeRoles(props: MemberDialogProps) {
  const { t } = useTranslation('administration');
  const { member } = props;
  const [draft, setDraft] = useState<RolesDraft>({
    roles: member.roles,
    branchId: member.branchId,
    adviserId: member.adviserId,
  });
  const change = useChange(props, t('done.roles', { name: member.displayName }), () =>
    changeStaffRoles({ path: { id: member.id }, headers: ifMatch(member), body: rolesOf(draft) }),
  );
  const refused = isProblem(change.error, 'invalid-request') ? change.error : undefined;
  return (
    <Question {...props} kind="rolesDialog" wide change={change}>
      <RolesFields draft={draft} onChange={setDraft} error={(field) => refused?.fieldMessage(field)} />
    </Question>
  );
}

const REASONS = ['LEFT', 'LONG_ABSENCE', 'SUSPECTED_MISUSE', 'OTHER'] as const;

function Suspend(props: MemberDialogProps) {
  const { t } = useTranslation('administration');
  const { member } = props;
  const [reason, setReason] = useState<SuspendStaff['reason']>('LEFT');
  const change = useChange(props, t('done.suspended', { name: member.displayName }), () =>
    suspendStaff({ path: { id: member.id }, headers: ifMatch(member), body: { reason } }),
  );
  return (
    <Question {...props} kind="suspendDialog" change={change}>
      <Choice
        label={t('fields.reason')}
        name="reason"
        value={reason}
        options={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        onChange={setReason}
      />
    </Question>
  );
}

function Reinstate(props: MemberDialogProps) {
  const { t } = useTranslation('administration');
  const { member } = props;
  const change = useChange(props, t('done.reinstated', { name: member.displayName }), () =>
    reinstateStaff({ path: { id: member.id }, headers: ifMatch(member) }),
  );
  return <Question {...props} kind="reinstateDialog" change={change} />;
}

function InviteAgain(props: MemberDialogProps) {
  const { t } = useTranslation('administration');
  const { member } = props;
  const change = useChange(props, t('done.again', { name: member.displayName }), () =>
    inviteStaffAgain({ path: { id: member.id }, headers: ifMatch(member) }),
  );
  return <Question {...props} kind="againDialog" change={change} />;
}

function useChange(
  { member, onAnswered, onStale }: MemberDialogProps,
  done: string,
  send: () => Promise<{ data: StaffAnswer }>,
) {
  return useMutation({
    mutationFn: async () => (await send()).data,
    onSuccess: (answer) => onAnswered({ name: member.displayName, answer, done }),
    onError: (error) => {
      if (isProblem(error, 'stale')) onStale();
    },
  });
}

interface QuestionProps extends MemberDialogProps {
  kind: 'rolesDialog' | 'suspendDialog' | 'reinstateDialog' | 'againDialog';
  wide?: boolean;
  change: ReturnType<typeof useChange>;
  children?: ReactNode;
}

function Question({ member, kind, wide = false, change, onClose, children }: QuestionProps) {
  const { t } = useTranslation('administration');
  return (
    <Dialog
      open
      size={wide ? 'wide' : 'normal'}
      title={t(`${kind}.title`, { name: member.displayName })}
      onClose={onClose}
      actions={
        <>
          <Button variant="contained" disabled={change.isPending} onClick={() => change.mutate()}>
            {t(`${kind}.submit`)}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <Stack gap={2}>
        {change.isError && <Failure key={change.submittedAt} error={change.error} focused />}
        <p>{t(`${kind}.lead`)}</p>
        {member.roles.includes('ADMINISTRATOR') && <Notice title={t('needsApproval')} />}
        {children}
      </Stack>
    </Dialog>
  );
}
