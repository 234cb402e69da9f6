import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { PhoneIcon } from '@/components/icons';
import { formatPhone } from '@/lib/phone';

const Call = styled('a')({
  position: 'relative',
  zIndex: 1,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 'var(--target)',
  whiteSpace: 'nowrap',
});

export function PhoneLink({ phone }: { phone: string }) {
  const { t } = useTranslation();
  const written = formatPhone(phone);
  return (
    <Call href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} aria-label={t('call', { phone: written })}>
      <PhoneIcon />
      {written}
    </Call>
  );
}
