import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, TextField } from '@/components/fields';

const reasons = ['customer', 'adviser', 'branch', 'other'] as const;
type Reason = (typeof reasons)[number];

/** What may already be known of why, such as a closed branch. */
export type LikelyReason = Exclude<Reason, 'other'>;

const Missing = styled('p')({ fontWeight: 600, color: 'var(--warn)' });

/** Why staff change a visit: they may at any time, and always say why. Colleagues read it in the visit's history. */
export function useWhy(likely: LikelyReason | undefined) {
  const { t } = useTranslation('visits');
  const [reason, setReason] = useState<Reason | undefined>(likely);
  const [other, setOther] = useState('');
  const [asked, setAsked] = useState(false);
  const text = reason === 'other' ? other.trim() : reason === undefined ? '' : t(`reason.${reason}`);

  return {
    /** The reason in words; as long as there is none, the question says that it needs an answer. */
    answer: () => {
      setAsked(true);
      return text === '' ? undefined : text;
    },
    question: (
      <>
        <Choice
          label={t('reason.question')}
          name="why"
          value={reason ?? ''}
          options={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          onChange={(value) => value !== '' && setReason(value)}
        />
        {asked && reason === undefined && <Missing role="alert">{t('reason.missing')}</Missing>}
        {reason === 'other' && (
          <TextField
            label={t('reason.otherLabel')}
            maxLength={200}
            value={other}
            error={asked && text === '' ? t('reason.otherMissing') : undefined}
            onChange={(event) => setOther(event.target.value)}
          />
        )}
      </>
    ),
  };
}
