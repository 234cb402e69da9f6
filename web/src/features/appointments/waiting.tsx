import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Dialog } from '@/components/dialog';
import { Choice, DateField, Hint } from '@/components/fields';
import { Section, SectionTitle, Stack } from '@/components/layout';
import { Failure } from '@/components/states';
import { joinWaitingList, leaveWaitingList } from '@/generated/sdk.gen';
import type { Appointment } from '@/generated/types.gen';
import { forgetIntent, idempotencyKey } from '@/lib/api/headers';
import { now } from '@/lib/time/clock';
import { isLocalDate } from '@/lib/time/local-date';
import { writeDate } from '@/lib/time/read-date';
import { useWhen } from '@/lib/time/use-when';
import { dateIn } from '@/lib/time/zones';
import { appointmentKeys } from './queries';

/** An earlier visit, if one comes free: ask for it, see that one has asked, stop asking. */
export function Waiting({ visit }: { visit: Appointment }) {
  const { t } = useTranslation('appointments');
  const { date } = useWhen();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { waiting } = visit;

  const refresh = () => Promise.all(appointmentKeys.map((queryKey) => client.invalidateQueries({ queryKey })));
  const leave = useMutation({
    mutationFn: (id: string) => leaveWaitingList({ path: { id } }),
    onSuccess: async () => {
      await refresh();
      announce(t('waiting.left'));
    },
  });

  if (waiting?.status === 'OFFERED') return null;
  return (
    <Section>
      <SectionTitle>{t('waiting.title')}</SectionTitle>
      {waiting === undefined ? (
        <Stack gap={1.5}>
          <p>{t('waiting.lead')}</p>
          <div>
            <Button variant="outlined" onClick={() => setAsking(true)}>
              {t('waiting.ask')}
            </Button>
          </div>
        </Stack>
      ) : (
        <Stack gap={1.5}>
          <p>
            {t('waiting.on')}
            {waiting.partOfDay !== undefined && ` ${t(`waiting.only.${waiting.partOfDay}`)}`}
            {waiting.earliest !== undefined && ` ${t('waiting.from', { day: date(waiting.earliest) })}`}
          </p>
          {leave.isError && <Failure error={leave.error} focused />}
          <div>
            <Button variant="outlined" disabled={leave.isPending} onClick={() => leave.mutate(waiting.id)}>
              {t('waiting.leave')}
            </Button>
          </div>
        </Stack>
      )}
      <AskDialog visit={visit} open={asking} onClose={() => setAsking(false)} onAsked={refresh} />
    </Section>
  );
}

interface AskDialogProps {
  visit: Appointment;
  open: boolean;
  onClose: () => void;
  onAsked: () => Promise<unknown>;
}

function AskDialog({ visit, open, onClose, onAsked }: AskDialogProps) {
  const { t } = useTranslation('appointments');
  const [part, setPart] = useState<'ANY' | 'MORNING' | 'AFTERNOON'>('ANY');
  const [earliest, setEarliest] = useState('');
  const [asked, setAsked] = useState(false);
  const { zone } = visit.branch;
  const day = dateIn(zone, visit.start);
  const unread = earliest !== '' && !(isLocalDate(earliest) && earliest <= day);

  const join = useMutation({
    mutationFn: async () => {
      const body = {
        appointmentId: visit.id,
        ...(isLocalDate(earliest) && { earliest }),
        ...(part !== 'ANY' && { partOfDay: part }),
      };
      const intent = `wait|${JSON.stringify(body)}`;
      await joinWaitingList({ body, headers: idempotencyKey(intent) });
      forgetIntent(intent);
    },
    onSuccess: async () => {
      await onAsked();
      announce(t('waiting.asked'));
      onClose();
    },
  });

  const submit = () => {
    setAsked(true);
    if (!unread) join.mutate();
  };

  return (
    <Dialog
      open={open}
      title={t('waiting.dialog')}
      onClose={onClose}
      actions={
        <>
          <Button variant="contained" disabled={join.isPending} onClick={submit}>
            {t('waiting.submit')}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <Stack>
        <Hint>{t('waiting.how')}</Hint>
        {join.isError && <Failure error={join.error} focused />}
        <Choice
          label={t('waiting.part')}
          name="part"
          value={part}
          options={[
            { value: 'ANY', label: t('waiting.parts.ANY') },
            { value: 'MORNING', label: t('waiting.parts.MORNING') },
            { value: 'AFTERNOON', label: t('waiting.parts.AFTERNOON') },
          ]}
          onChange={setPart}
        />
        <DateField
          label={t('waiting.earliest')}
          hint={t('optional')}
          min={dateIn(zone, now())}
          max={day}
          value={earliest}
          error={asked && unread ? t('waiting.earliestWrong', { day: writeDate(day) }) : undefined}
          onChange={setEarliest}
        />
      </Stack>
    </Dialog>
  );
}
