import Button from '@mui/material/Button';
import { createContext, use, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Failure } from '@/components/states';
import type { Appointment, NeedingAction } from '@/generated/types.gen';
import { isProblem } from '@/lib/api/problems';
import { useOrders, type Act, type Order } from './acts';
import { CancelDialog } from './cancel-dialog';
import { MoveDialog } from './move-dialog';
import { ReassignDialog } from './reassign-dialog';
import { StaleDialog } from './stale-dialog';

type Cause = NeedingAction['cause'];

interface Desk {
  /** Does it at once, or asks first for what the act needs: a slot, a colleague, a reason. */
  act: (visit: Appointment, act: Act, cause?: Cause) => void;
  /** The visit whose change is on its way. */
  pending: string | undefined;
}

const DeskContext = createContext<Desk>({ act: () => undefined, pending: undefined });

export function useDesk(): Desk {
  return use(DeskContext);
}

type Question = { visit: Appointment; act: 'MOVE' | 'REASSIGN' | 'CANCEL'; cause: Cause | undefined };

/** A button that has just become the next step must not take the second click of a double click. */
const DOUBLE_CLICK = 700;

const likely = { BRANCH_CLOSED: 'branch', ADVISER_ABSENT: 'adviser', ADVISER_LEFT: 'adviser' } as const;

/** Everything that staff do with a visit, from wherever it is shown: the acts, their dialogs, and what went wrong. */
export function VisitDesk({ children }: { children: ReactNode }) {
  const { t } = useTranslation('visits');
  const [question, setQuestion] = useState<Question>();
  const [refused, setRefused] = useState<{ order: Order; error: unknown }>();
  const lastDone = useRef(0);
  const orders = useOrders();
  const { mutate, reset, isPending } = orders;

  const send = (order: Order) => {
    setRefused(undefined);
    mutate(order, {
      onSuccess: () => {
        lastDone.current = Date.now();
        setQuestion(undefined);
      },
      onError: (error) => setRefused({ order, error }),
    });
  };

  const act = (visit: Appointment, wanted: Act, cause?: Cause) => {
    if (isPending || Date.now() - lastDone.current < DOUBLE_CLICK) return;
    if (wanted === 'MOVE' || wanted === 'REASSIGN' || wanted === 'CANCEL') {
      reset();
      setRefused(undefined);
      setQuestion({ visit, act: wanted, cause });
    } else send({ visit, act: wanted });
  };

  const pending = isPending ? orders.variables.visit.id : undefined;
  const desk = useMemo(() => ({ act, pending }), [pending, isPending]); // eslint-disable-line react-hooks/exhaustive-deps

  const close = () => {
    setQuestion(undefined);
    setRefused(undefined);
  };
  const error = refused?.error ?? null;
  const stale = isProblem(error, 'stale') ? (error.current as Appointment | undefined) : undefined;

  return (
    <DeskContext value={desk}>
      {children}
      {stale === undefined && question !== undefined && (
        <QuestionDialog question={question} pending={isPending} error={error} onAnswer={send} onClose={close} />
      )}
      {stale === undefined && question === undefined && refused !== undefined && (
        <Dialog
          open
          title={t(`act.${refused.order.act}`)}
          onClose={close}
          actions={
            <Button variant="outlined" onClick={close}>
              {t('close')}
            </Button>
          }
        >
          <Failure error={refused.error} retry={() => send(refused.order)} />
        </Dialog>
      )}
      {stale !== undefined && refused !== undefined && (
        <StaleDialog
          before={refused.order.visit}
          current={stale}
          act={refused.order.act}
          onAgain={() => {
            setRefused(undefined);
            if (question === undefined) send({ ...refused.order, visit: stale });
            else setQuestion({ ...question, visit: stale });
          }}
          onClose={close}
        />
      )}
    </DeskContext>
  );
}

interface QuestionDialogProps {
  question: Question;
  pending: boolean;
  error: unknown;
  onAnswer: (order: Order) => void;
  onClose: () => void;
}

function QuestionDialog({ question: { visit, act, cause }, onAnswer, ...rest }: QuestionDialogProps) {
  const known = cause !== undefined && cause in likely ? likely[cause as keyof typeof likely] : undefined;
  switch (act) {
    case 'MOVE':
      return <MoveDialog visit={visit} likely={known} onConfirm={(body) => onAnswer({ visit, act, body })} {...rest} />;
    case 'REASSIGN':
      return <ReassignDialog visit={visit} onConfirm={(body) => onAnswer({ visit, act, body })} {...rest} />;
    case 'CANCEL':
      return (
        <CancelDialog visit={visit} likely={known} onConfirm={(body) => onAnswer({ visit, act, body })} {...rest} />
      );
  }
}
