import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { ClockIcon } from '@/components/icons';
import { useNow } from '@/lib/time/clock';

const Line = styled('p')({ display: 'flex', alignItems: 'center', gap: 12, color: 'var(--accent)', fontWeight: 650 });

/** Said aloud at these minutes only; a voice that counts would be a nuisance. */
const SPOKEN = [5, 2, 1];

/** What the way from the server may take, so that ten minutes do not begin as eleven. */
const ON_THE_WAY = 5_000;

/** "Créneau gardé pour vous encore 9 min": whole minutes, no ticking seconds. */
export function Countdown({ expiresAt }: { expiresAt: string }) {
  const { t } = useTranslation('appointments');
  const left = Math.max(0, Date.parse(expiresAt) - useNow(1_000));
  const minutes = Math.ceil((left - ON_THE_WAY) / 60_000);
  const words = minutes > 1 ? t('hold.left', { count: minutes }) : t('hold.lastMinute');

  const spoken = useRef(minutes);
  useEffect(() => {
    if (minutes < spoken.current && SPOKEN.includes(minutes)) announce(words);
    spoken.current = minutes;
  }, [minutes, words]);

  // It replaces what the customer just used (the sign-in form, a button), and the focus would fall into the void.
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) line.current?.focus();
  }, []);

  return (
    <Line ref={line} tabIndex={-1}>
      <ClockIcon />
      {words}
    </Line>
  );
}
