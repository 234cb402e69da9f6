import { answerConfirmation, useConfirmationAsked } from '@/lib/confirmation';
import { usePresence } from '@/lib/presence/presence';
import { ConfirmationDialog } from './confirmation-dialog';
import { GoneDialog } from './gone-dialog';
import { LeavingDialog } from './leaving-dialog';

/** What lies over whatever page is open: the end of the session, and the question who is there. */
export function SessionDialogs() {
  const presence = usePresence();
  const asked = useConfirmationAsked();
  if (presence.state === 'left') return null;
  return (
    <>
      {asked && presence.state !== 'gone' && <ConfirmationDialog onAnswered={answerConfirmation} />}
      {presence.state === 'warned' && <LeavingDialog endsAt={presence.endsAt} last={presence.last} />}
      {presence.state === 'gone' && <GoneDialog />}
    </>
  );
}
