import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Notice } from '@/components/notice';
import type { Appointment } from '@/generated/types.gen';
import { useWhen } from '@/lib/time/use-when';
import { differences, type Aspect } from './differences';

const List = styled('dl')({
  display: 'grid',
  gap: 8,
  '& dt': { fontSize: '0.9rem', color: 'var(--ink-soft)' },
  '& del': { color: 'var(--ink-soft)' },
  '& ins': { textDecoration: 'none', fontWeight: 700 },
});

export interface ChangedProps {
  before: Appointment;
  after: Appointment;
  children?: ReactNode;
  focused?: boolean;
}

/** The visit is no longer what was on screen: each thing as it was and as it is now. */
export function Changed({ before, after, children, focused }: ChangedProps) {
  const { t } = useTranslation('appointments');
  const inWords = useAspect();
  return (
    <Notice tone="warn" title={t('changed.title')} focused={focused}>
      <List>
        {differences(before, after).map((aspect) => (
          <div key={aspect}>
            <dt>{t(`changed.${aspect}`)}</dt>
            <dd>
              <span className="visually-hidden">{t('changed.before')} </span>
              <del>{inWords(aspect, before)}</del>
            </dd>
            <dd>
              <span className="visually-hidden">{t('changed.after')} </span>
              <ins>{inWords(aspect, after)}</ins>
            </dd>
          </div>
        ))}
      </List>
      {children}
    </Notice>
  );
}

function useAspect() {
  const { t } = useTranslation('appointments');
  const { dayTime } = useWhen();
  return (aspect: Aspect, visit: Appointment): string => {
    switch (aspect) {
      case 'time':
        return dayTime(visit.start, visit.branch.zone);
      case 'adviser':
        return visit.adviser.displayName;
      case 'branch':
        return visit.branch.name;
      case 'reason':
        return visit.reason.name;
      case 'status':
        return t(`status.${visit.status}`);
    }
  };
}
