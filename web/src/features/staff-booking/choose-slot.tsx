import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SelectField } from '@/components/fields';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import type { SlotSearch } from '@/components/slots/search';
import { SlotPicker } from '@/components/slots/slot-picker';
import { freeSlotsOptions, listBranchAdvisersOptions } from '@/generated/@tanstack/react-query.gen';
import type { AdviserSummary, VisitReasonView } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';
import { clockIn } from '@/lib/time/zones';

export interface ChooseSlotProps {
  branchId: string;
  zone: string;
  reason: VisitReasonView;
  adviserId: string | undefined;
  /** The free hour that was touched in a calendar to come here. */
  wish: { date: string; time: string } | undefined;
  search: SlotSearch;
  onSearch: (change: SlotSearch) => void;
  onAdviser: (adviserId: string | undefined) => void;
  onPick: (start: string) => void;
}

const Who = styled('div')({ maxWidth: '24rem', marginBottom: 16 });

/** With whom and when: one adviser or any, among the slots that are really free. */
export function ChooseSlot(props: ChooseSlotProps) {
  const { branchId, reason } = props;
  const advisers = useQuery(listBranchAdvisersOptions({ path: { id: branchId }, query: { reason: reason.id } }));
  return <Loaded query={advisers}>{(qualified) => <Choose {...props} qualified={qualified} />}</Loaded>;
}

function Choose({ qualified, ...props }: ChooseSlotProps & { qualified: readonly AdviserSummary[] }) {
  const { branchId, zone, reason, adviserId, wish, search, onSearch, onAdviser, onPick } = props;
  const { t } = useTranslation('staff-booking');
  const adviser = qualified.find(({ id }) => id === adviserId);
  const unable = adviserId !== undefined && adviser === undefined;
  return (
    <>
      {unable && <Notice tone="warn" title={t('when.notQualifiedAny')} />}
      <Who>
        <SelectField
          label={t('when.with')}
          value={adviser?.id ?? ''}
          onChange={({ target }) => onAdviser(target.value === '' ? undefined : target.value)}
        >
          <option value="">{t('when.anyone')}</option>
          {qualified.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </SelectField>
      </Who>
      {wish !== undefined && adviser !== undefined && (
        <Wish branchId={branchId} reasonId={reason.id} adviser={adviser} zone={zone} wish={wish} onPick={onPick} />
      )}
      <SlotPicker
        branchId={branchId}
        reasonId={reason.id}
        zone={zone}
        adviserId={adviser?.id}
        search={search}
        onSearch={onSearch}
        onPick={({ start }) => onPick(start)}
      />
    </>
  );
}

interface WishProps {
  branchId: string;
  reasonId: string;
  adviser: AdviserSummary;
  zone: string;
  wish: { date: string; time: string };
  onPick: (start: string) => void;
}

const Offer = styled('div')({ marginBottom: 24 });

function Wish({ branchId, reasonId, adviser, zone, wish: { date, time }, onPick }: WishProps) {
  const { t } = useTranslation('staff-booking');
  const { dayTime } = useWhen();
  const { data } = useQuery(
    freeSlotsOptions({ query: { branch: branchId, reason: reasonId, from: date, to: date, adviser: adviser.id } }),
  );
  if (data === undefined) return null;
  const slot = data.days.flatMap(({ slots }) => slots).find(({ start }) => clockIn(zone, start) >= time);
  return (
    <Offer>
      {slot === undefined ? (
        <Notice>
          <p>{t('when.wishGone')}</p>
        </Notice>
      ) : (
        <Notice title={t('when.wish', { adviser: adviser.displayName })}>
          <Button variant="contained" onClick={() => onPick(slot.start)}>
            {t('when.take', { when: dayTime(slot.start, zone) })}
          </Button>
        </Notice>
      )}
    </Offer>
  );
}
